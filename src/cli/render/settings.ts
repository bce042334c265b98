import type { ConfigDocument } from '../../schema/generated/types.ts';
import { type DocumentSettings, settingsOf } from '../../view/settings.ts';
import type { CommandArguments } from '../command.ts';
import { switchOption, textOption } from '../options.ts';

type Documents = NonNullable<ConfigDocument['documents']>;

/** The settings of the config with what the command line says otherwise. */
export function documentSettings(args: CommandArguments, stated: Documents | undefined): DocumentSettings {
  const profile = textOption(args, 'profile') as Documents['profile'];
  const typography = textOption(args, 'typography');
  return settingsOf({
    ...stated,
    ...(profile === undefined ? {} : { profile }),
    ...(typography === undefined ? {} : { typography: typography === 'on' }),
    ...(switchOption(args, 'signatureMark') ? { 'signature-mark': true } : {}),
    ...(switchOption(args, 'qr') ? { 'qr-code': true } : {}),
  });
}
