import { useQueryClient } from '@tanstack/react-query';
import { rosterInputSchema } from '../../../src-main/contract/roster.ts';
import { client, rpc } from '../../client.ts';
import { useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';

interface RosterForm<Values> {
  readonly initialValues: Values;
  /** The entry of the roster out of what stands in the fields. */
  readonly shape: (values: Values) => unknown;
  readonly onDone: () => void;
}

/** A form over an entry of the roster, whose hours are typed as clocks; sent, the roster is looked at anew. */
export function useRosterForm<Values extends Record<string, unknown>>({
  initialValues,
  shape,
  onDone,
}: RosterForm<Values>) {
  const w = useWords();
  const queries = useQueryClient();
  const form = useForm({
    schema: rosterInputSchema,
    initialValues,
    shape,
    rules: { start: w.roster.timeWrong, end: w.roster.timeWrong },
  });
  const submit = form.sending(async (input) => {
    await rpc.roster.set(input);
    await queries.invalidateQueries({ queryKey: client.roster.key() });
    onDone();
  });
  return { form, submit };
}
