import type { Severity } from '../finding/finding.ts';
import { ENGLISH_MONTHS, MONTHS_GENITIVE } from '../finding/months.ts';
import type { CheckReport } from '../finding/report.ts';
import type { Language } from '../finding/text.ts';
import { counted } from './counted.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

const MONTHS = {
  ru: MONTHS_GENITIVE,
  en: ENGLISH_MONTHS,
} as const;

/** An ISO date in words: «1 июня 2021 г.», “1 June 2021”. */
export function dateInWords(iso: string, language: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const words = `${Number(day)} ${MONTHS[language][Number(month) - 1]} ${year}`;
  return language === 'ru' ? `${words} г.` : words;
}

/** «3 ошибки, 5 предупреждений, 1 согласовано», or «замечаний нет». */
export function countsOf(report: CheckReport, language: Language): string {
  const { summary } = report;
  const parts = SEVERITIES.filter((severity) => summary[severity] > 0).map((severity) =>
    counted(summary[severity], severity, language),
  );
  if (parts.length === 0) {
    const since = summary.older === undefined ? '' : language === 'ru' ? 'новых ' : 'new ';
    parts.push(language === 'ru' ? `${since}замечаний нет` : `no ${since}findings`);
  }
  if (summary.waived > 0) parts.push(`${summary.waived} ${language === 'ru' ? 'согласовано' : 'waived'}`);
  if (summary.older !== undefined) {
    parts.push(language === 'ru' ? `прежних: ${summary.older}` : `older: ${summary.older}`);
  }
  return parts.join(', ');
}

/** The line that ends every report for people: documents, items, findings by severity, the date. */
export function checkVerdict(report: CheckReport, language: Language, dot = '·'): string {
  const documents = counted(report.documents, 'document', language);
  const items = counted(report.items, 'item', language);
  const date = dateInWords(report.asOf, language);
  return language === 'ru'
    ? `${documents}, ${items}: ${countsOf(report, language)} ${dot} на ${date}`
    : `${documents}, ${items}: ${countsOf(report, language)} ${dot} as of ${date}`;
}
