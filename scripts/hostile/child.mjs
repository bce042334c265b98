// A process with the product in it that runs one command after the other, each on a disk that behaves as the trial wants.
import { setDisk } from './disk.mjs';

const { COMMANDS, parseLine, complain } = await import(process.argv[2]);

const terminal = { interactive: false, width: 80, color: false, unicode: true };

async function run({ folder, args, disk }) {
  let stderr = '';
  const io = {
    language: 'ru',
    chosenLanguage: 'ru',
    cwd: folder,
    env: { HOME: folder },
    version: '0',
    now: new Date('2022-06-15T09:00:00Z'),
    stdout: terminal,
    stderr: terminal,
    out: async () => {},
    err: async (text) => {
      stderr += text;
    },
    input: async () => '',
    ask: async () => '',
  };
  const [name, ...line] = args;
  setDisk(disk && { ...disk, folder });
  let code;
  try {
    const spec = COMMANDS.find((command) => command.name === name);
    const parsed = parseLine(spec, line);
    code = await (await spec.load()).run(parsed, io);
  } catch (error) {
    code = await complain(error, io);
  }
  return { code, stderr, calls: setDisk() };
}

process.on('message', async (trial) => process.send(await run(trial)));
process.send('ready');
