import { type Edit, editText, isEditable } from '../../edit/splice.ts';
import { writeDocument } from '../../edit/write.ts';
import { shellWord } from '../../finding/shell-word.ts';
import { asMap } from '../../model/raw.ts';
import { buildRequests, type Request } from '../../model/requests.ts';
import { decode } from '../../source/decode.ts';
import { readDocument } from '../../source/read.ts';
import { editDocument } from '../edit-file.ts';
import { UsageError } from '../usage-error.ts';

/** Edits a file of requests by what it holds at that moment; one that is not there is made. */
export async function editRequests(
  root: string,
  file: string,
  editsFor: (known: readonly Request[]) => readonly Edit[],
): Promise<void> {
  await editDocument(root, file, (bytes) => {
    if (bytes === undefined) {
      const entries = editsFor([]).flatMap((edit) => ('value' in edit ? [edit.value] : []));
      return writeDocument({ kind: 'requests', requests: entries });
    }
    const { text, bom, fault } = decode(bytes);
    const raw = asMap(readDocument(file, bytes).value);
    if (fault || !isEditable(text) || raw?.kind !== 'requests') throw unreadable(file);
    const edited = editText(text, editsFor(buildRequests(file, raw).requests));
    return bom ? `\uFEFF${edited}` : edited;
  });
}

const unreadable = (file: string): UsageError =>
  new UsageError(
    {
      ru: `Файл ${file} не читается без ошибок: ничего не записано.`,
      en: `The file ${file} does not read without errors: nothing was written.`,
    },
    {
      ru: `Что в нём не так: roadmap check ${shellWord(file)}`,
      en: `What is wrong with it: roadmap check ${shellWord(file)}`,
    },
  );
