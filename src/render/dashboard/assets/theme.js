const KEY = 'roadmap-theme';

/** Light, dark or as the system has it; remembered where the browser lets a local file remember. */
export function startTheme() {
  const choice = document.getElementById('theme');
  choice.value = remembered();
  show(choice.value);
  choice.addEventListener('change', () => {
    show(choice.value);
    try {
      localStorage.setItem(KEY, choice.value);
    } catch {
      // A page opened from a stick may not be allowed to remember: the choice holds until it is closed.
    }
  });
}

function remembered() {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : '';
  } catch {
    return '';
  }
}

function show(theme) {
  if (theme === '') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
