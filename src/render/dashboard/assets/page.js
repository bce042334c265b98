import { readData } from './data.js';
import { startFilters } from './filters.js';
import { startGrids } from './grid.js';
import { startTheme } from './theme.js';

startTheme();
startGrids();
document.getElementById('print').addEventListener('click', () => window.print());
document.querySelector('.controls').hidden = false;
readData().then((data) => {
  if (!data) return;
  startFilters(data);
  document.getElementById('unpacking')?.remove();
  document.getElementById('filters').hidden = false;
});
