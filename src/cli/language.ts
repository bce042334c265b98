import type { Language } from '../finding/text.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandIo } from './command.ts';

/** What the user asked for, then the workspace's own wish, then Russian. */
export function languageOf(io: CommandIo, workspace: Pick<Workspace, 'config'> | undefined): Language {
  return io.chosenLanguage ?? (workspace?.config.language === 'en' ? 'en' : 'ru');
}
