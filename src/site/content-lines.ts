// Content lines, as iCalendar (RFC 5545, 3.1) and vCard (RFC 6350, 3.2) have them. Pure.

const MAX_OCTETS = 75;
const encoder = new TextEncoder();

/** At most 75 octets a line, never splitting a character; the rest continues on the next line after a space. */
export function fold(line: string): string {
  const parts: string[] = [''];
  let size = 0;
  for (const sign of line) {
    const octets = encoder.encode(sign).length;
    if (size + octets > MAX_OCTETS) {
      parts.push('');
      // The space at the start of a continued line counts.
      size = 1;
    }
    parts[parts.length - 1] += sign;
    size += octets;
  }
  return parts.join('\r\n ');
}

/** The lines as a file: folded, each with the CRLF that both formats ask for. */
export const contentLines = (lines: readonly string[]): string =>
  lines.map(line => `${fold(line)}\r\n`).join('');
