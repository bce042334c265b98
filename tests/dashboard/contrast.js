// Runs in the page: words whose contrast with what they stand on is below 4.5 (WCAG 2, 1.4.3).
(() => {
  const luminance = (colour) => {
    const [r, g, b] = colour
      .match(/[\d.]+/g)
      .slice(0, 3)
      .map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^rgba\(.* 0\)$/.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const words = document.querySelectorAll(
    '.tile b, .badge, .ind, td > b, small, .hint, nav a, td a, .axis em, .axis i, label',
  );
  const poor = [...words].filter((element) => {
    const [dim, bright] = [luminance(getComputedStyle(element).color), luminance(ground(element))].sort(
      (a, b) => a - b,
    );
    return (bright + 0.05) / (dim + 0.05) < 4.5;
  });
  return [...new Set(poor.map(({ tagName, className }) => `${tagName} ${className}`))];
})();
