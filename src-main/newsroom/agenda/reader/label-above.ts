import { readOpening } from './fields.ts';
import { type FieldName, readLabel } from './labels.ts';
import type { Line } from './lines.ts';

/** Fields of one line: their value may stand under them. */
const oneLine: ReadonlySet<FieldName> = new Set([
  'title',
  'day',
  'time',
  'endTime',
  'venue',
  'organizer',
  'dress',
  'remark',
  'transit',
]);

/** The field that a line names, and says nothing of: `📍 Tempat:`. */
function labelAlone(line: Line | undefined): FieldName | null {
  if (!line || line.blank || !/:\s*$/u.test(line.text)) return null;
  const label = readLabel(line.text);
  return label && label.valueFrom >= line.text.length ? label.field : null;
}

/**
 * Puts a value behind the label that it stands under (`📍 Tempat:` and `Aula` in the next line), in a text that writes its fields so: two of
 * them at least, and each value one line, with a gap or the next label behind it.
 */
export function joinLabels(lines: readonly Line[]): Line[] {
  const joins = lines.map((line, number) => {
    const field = labelAlone(line);
    const value = lines[number + 1];
    const behind = lines[number + 2];
    if (field === null || !oneLine.has(field) || !value || value.blank || value.tooLong) return false;
    if (value.text.length + line.text.length > 500 || readLabel(value.text) || readOpening(value.text)) return false;
    return !behind || behind.blank || labelAlone(behind) !== null;
  });
  if (joins.filter(Boolean).length < 2) return [...lines];
  return lines.flatMap((line, number) => {
    if (joins[number - 1]) return [];
    const value = joins[number] ? lines[number + 1] : undefined;
    return value ? [joined(line, value)] : [line];
  });
}

const joined = (label: Line, value: Line): Line => ({
  ...label,
  text: `${label.text} ${value.text}`,
  at: [...label.at, ...value.at],
  span: { start: label.span.start, end: value.span.end },
  struck: [...label.struck, ...value.struck],
});
