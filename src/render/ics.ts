import { type Day, toIso } from '../meaning/day.ts';
import type { CalendarEvent, CalendarView } from '../view/calendar.ts';
import { printable } from './printable.ts';

/**
 * A calendar by RFC 5545: all-day events (their end is the day after, exclusive), series by RRULE with UNTIL,
 * alarms at nine in the morning of the reader's own time. Same input, same bytes: the stamp is the day judged.
 */
export function renderIcs(calendar: CalendarView): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//roadmap//roadmap//RU',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(calendar.name)}`,
    ...calendar.events.flatMap((event) => eventLines(event, calendar.stamp)),
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');
}

function eventLines(event: CalendarEvent, stamp: Day): readonly string[] {
  const { rule, until } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${dateOf(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${dateOf(event.start)}`,
    `DTEND;VALUE=DATE:${dateOf(event.start + 1)}`,
    ...(rule === undefined || until === undefined ? [] : [`RRULE:${rule};UNTIL=${dateOf(until)}`]),
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    'TRANSP:TRANSPARENT',
    ...event.alarms.flatMap((before) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(event.summary)}`,
      `TRIGGER:${trigger(before)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** Nine o'clock so many days before the midnight an all-day event begins at. */
function trigger(days: number): string {
  return days === 1 ? '-PT15H' : `-P${days - 1}DT15H`;
}

const dateOf = (day: Day): string => toIso(day).replaceAll('-', '');

/** TEXT values (3.3.11): backslash, semicolon and comma are escaped, a line feed is written `\n`. */
function escapeText(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');
}

const LONGEST = 75;
const encoder = new TextEncoder();

/** Content lines of at most 75 octets (3.1), parted between characters; what goes on begins with a blank. */
function fold(line: string): string {
  if (encoder.encode(line).length <= LONGEST) return line;
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
