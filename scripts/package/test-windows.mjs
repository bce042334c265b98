// `npm run test:windows`: the lane that fetches Node's executable for Windows and wants Wine, apart from `npm test`.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'windows'], {
  stdio: 'inherit',
  env: { ...process.env, ROADMAP_WINDOWS: '1' },
});
process.exitCode = status ?? 1;
