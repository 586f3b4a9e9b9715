import { useForm as useMantineForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { inputIssuesOf, refusalOf } from '../client.ts';
import { saved } from '../house.ts';
import { useSay } from '../words/say.ts';
import { useWords } from '../words/words.tsx';
import { focusBack } from './focus-back.ts';
import { sayIssue } from './say-issue.ts';

/** A contract entry that takes an input; its zod schema checks the form too. */
interface AskWithInput<S extends z.ZodType> {
  readonly '~orpc': { readonly inputSchema?: S | undefined };
}

/** The input schema of a contract entry: `inputOf(contract.people.add)`. */
export function inputOf<S extends z.ZodType>(entry: AskWithInput<S>): S {
  const schema = entry['~orpc'].inputSchema;
  if (!schema) throw new Error('This contract entry takes no input');
  return schema;
}

interface FormInput<S extends z.ZodType, Values> {
  /** Checks before sending; usually `inputOf(contract.area.entry)`, or a piece of it. */
  readonly schema: S;
  readonly initialValues: Values;
  /** Makes the input out of what stands in the fields, when they differ. */
  readonly shape?: (values: Values) => unknown;
  /** Own words for a field whose rule is better said plainly: `{ username: w.people.usernameRule }`. */
  readonly rules?: Partial<Record<string, string>>;
}

/**
 * A form that speaks the user's language. Issues of the contract's own schema and refusals of the core with a `field` stand
 * at that field; a refusal without one is `problem` (show it with `<Problem>{form.problem}</Problem>` above the buttons). What was
 * typed always stays.
 *
 * `onSubmit={form.sending(async (input) => { await rpc.people.add(input) })}`
 */
export function useForm<S extends z.ZodType, Values extends Record<string, unknown>>(input: FormInput<S, Values>) {
  const words = useWords();
  const say = useSay();
  const [problem, setProblem] = useState<ReactNode>(null);
  const [busy, setBusy] = useState(false);

  const shaped = (values: Values): unknown => (input.shape ? input.shape(values) : values);
  const check = (values: Values): Record<string, string> => {
    const value = shaped(values);
    const parsed = input.schema.safeParse(value);
    const errors: Record<string, string> = {};
    if (parsed.success) return errors;
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String).join('.');
      const at = issue.path.reduce<unknown>((v, key) => (v as Record<PropertyKey, unknown> | undefined)?.[key], value);
      const own = at === '' || at === undefined || at === null ? undefined : input.rules?.[path];
      errors[path] ??= own ?? sayIssue(issue, at, words);
    }
    return errors;
  };

  const form = useMantineForm<Values>({ mode: 'controlled', initialValues: input.initialValues, validate: check });

  /** Puts an error of the core where it belongs. */
  const place = (error: unknown): void => {
    const refusal = refusalOf(error);
    if (refusal?.field !== undefined && hasField(form.getValues(), refusal.field)) {
      form.setFieldError(refusal.field as never, say(error));
      focusFirstError();
      return;
    }
    const issues = inputIssuesOf(error);
    const placed = issues.filter((issue) => issue.path && hasField(form.getValues(), issue.path.map(String).join('.')));
    for (const issue of placed)
      form.setFieldError((issue.path ?? []).map(String).join('.') as never, words.forms.format);
    if (placed.length > 0) focusFirstError();
    else setProblem(say(error));
  };

  /** Makes the handler for `<form onSubmit>`: checks, sends, places what comes back. */
  const sending = (send: (value: z.output<S>) => Promise<unknown>) =>
    form.onSubmit(
      async (values) => {
        const pressed = document.activeElement;
        setProblem(null);
        setBusy(true);
        try {
          await send(input.schema.parse(shaped(values)));
          saved();
        } catch (error) {
          place(error);
        } finally {
          setBusy(false);
          focusBack(pressed);
        }
      },
      () => focusFirstError(),
    );

  return {
    ...form,
    sending,
    problem,
    busy,
    clearProblem: () => setProblem(null),
    /** Puts a value into a field by its own name and type; Mantine's paths cannot be told for a generic form. */
    put: <K extends keyof Values & string>(field: K, value: Values[K]): void =>
      form.setFieldValue(field as never, value as never),
    /** Takes an error away that stands under a path of the contract's input. */
    clearErrorAt: (path: string): void => form.clearFieldError(path as never),
  };
}

function hasField(values: Record<string, unknown>, path: string): boolean {
  const [first = ''] = path.split('.');
  return first in values;
}

/** The person hears of the first field that needs them, also by screen reader. */
function focusFirstError(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
  });
}
