// Text for a plain mail (RFC 3676, `format=flowed`): short lines that narrow readers can join again.

/** Characters per line without the space of the soft break (RFC 3676, 4.2: at most 78 with it). */
const WIDTH = 72;

// A line that starts like this would be taken for a soft break, a quotation or a new mail.
const stuffed = (line: string): string => (/^(?: |>|From )/.test(line) ? ` ${line}` : line);

function wrapped(paragraph: string): string[] {
  const lines: string[] = [];
  let [line = '', ...rest] = paragraph.trimEnd().split(' ');
  for (const word of rest) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = `${line} ${word}`;
  }
  return [...lines, line];
}

/** Breaks long lines with a space before the break, which marks a continued line. A word is never broken. */
export const flowed = (text: string): string =>
  text
    .split('\n')
    .map(paragraph => wrapped(paragraph).map(stuffed).join(' \n'))
    .join('\n');
