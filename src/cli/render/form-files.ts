import { extname, resolve } from 'node:path';
import type { Form } from '../../collect/form.ts';
import { formOf } from '../../collect/form-of.ts';
import type { Addressee } from '../../collect/respondents.ts';
import { oneLine } from '../../report/safe-text.ts';
import { formView } from '../../view/form-view.ts';
import type { CommandIo } from '../command.ts';
import { writeView } from '../documents/write.ts';
import { isUsageError } from '../usage-error.ts';
import type { FormFormat, FormRequest } from './form-request.ts';
import { saveDocument } from './save.ts';

export const formFor = (
  addressee: Addressee,
  { workspace, asOf, range, stage, states, answerBy }: FormRequest,
  only?: ReadonlySet<string>,
): Form =>
  formOf(addressee, workspace, {
    asOf,
    ...(range === undefined ? {} : { range }),
    choice: { ...(stage === undefined ? {} : { stage }), ...(states === undefined ? {} : { states }) },
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(only === undefined ? {} : { only }),
  });

export const formBytes = (form: Form, { workspace, settings, format }: FormRequest): Promise<Uint8Array> =>
  writeView(formView(form, workspace, { settings, form: format === 'xlsx' ? 'sheets' : 'pages' }), format);

/** Writes one of several files; one that may not be written over is told, and does not stop the others. */
export async function saved(
  bytes: Uint8Array,
  path: string,
  { force }: Pick<FormRequest, 'force'>,
  io: CommandIo,
): Promise<boolean> {
  const format = extname(path).slice(1) as FormFormat | 'eml';
  try {
    await saveDocument(bytes, resolve(io.cwd, path), format, { force, named: path });
    return true;
  } catch (error) {
    if (!isUsageError(error)) throw error;
    const help = error.help === undefined ? '' : ` ${error.help[io.language]}`;
    await io.err(`${oneLine(`${error.text[io.language]}${help}`)}\n`);
    return false;
  }
}
