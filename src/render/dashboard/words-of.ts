import type { Language } from '../../finding/text.ts';
import type { Words } from './words.ts';
import { ENGLISH } from './words-en.ts';
import { RUSSIAN } from './words-ru.ts';

export const dashboardWords = (language: Language): Words => (language === 'ru' ? RUSSIAN : ENGLISH);
