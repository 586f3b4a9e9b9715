import type { core } from 'zod';
import type { Words } from '../words/words.tsx';

type Issue = core.$ZodIssue;

/** A zod issue in the user's words. `value` is what stands in the field, to tell an empty field from a wrong one. */
export function sayIssue(issue: Issue, value: unknown, words: Words): string {
  const w = words.forms;
  const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return w.required;
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return w.tooShort(Number(issue.minimum));
      if (issue.origin === 'array' || issue.origin === 'set') return w.tooFew(Number(issue.minimum));
      return w.tooSmall(Number(issue.minimum));
    case 'too_big':
      if (issue.origin === 'string') return w.tooLong(Number(issue.maximum), String(value).length);
      if (issue.origin === 'array' || issue.origin === 'set') return w.tooMany(Number(issue.maximum));
      return w.tooBig(Number(issue.maximum));
    case 'invalid_format':
      if (issue.format === 'email') return w.email;
      if (issue.format === 'url') return w.url;
      return w.format;
    case 'invalid_value':
      return w.choose;
    case 'invalid_type':
      return issue.expected === 'number' ? w.number : w.format;
    default:
      return w.format;
  }
}
