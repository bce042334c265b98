import { startFilters } from './filters.js';
import { startGrids } from './grid.js';
import { startTheme } from './theme.js';

const data = JSON.parse(document.getElementById('data').textContent);

startTheme();
startFilters(data);
startGrids();
for (const part of document.querySelectorAll('.controls, #filters')) part.hidden = false;
document.getElementById('print').addEventListener('click', () => window.print());
