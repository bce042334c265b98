/** The languages a person may read the output in. */
export type Language = 'ru' | 'en';

/** One message in both languages. Built where the defect is known, chosen by language only when printed. */
export interface Bilingual {
  readonly ru: string;
  readonly en: string;
}
