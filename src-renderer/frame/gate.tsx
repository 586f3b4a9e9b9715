import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { client } from '../client.ts';
import { followHappenings } from '../happenings.ts';
import { FirstStart } from '../screens/start/first-start.tsx';
import { SignIn } from '../screens/start/sign-in.tsx';
import { useSpeak } from '../words/words.tsx';
import { Opening } from './opening.tsx';
import { SignedContext } from './session.tsx';

/**
 * Before everything: is there an office, and who sits here? The address stays as it is, so that after signing in one is where
 * the link pointed.
 */
export function Gate({ children }: { readonly children: ReactNode }) {
  const status = useQuery(client.session.status.queryOptions());
  const me = status.data?.me ?? null;
  const office = status.data?.office ?? null;
  const signedIn = me !== null;
  const speak = useSpeak();

  useEffect(() => (signedIn ? followHappenings() : undefined), [signedIn]);
  // The language is kept with the person; a new one at this computer brings their own.
  const language = me?.language;
  useEffect(() => {
    if (language) speak(language);
  }, [language, speak]);

  if (!status.data) return <Opening error={status.error} again={() => void status.refetch()} />;
  if (status.data.state === 'new') return <FirstStart status={status.data} />;
  if (!me || !office) return <SignIn status={status.data} />;
  return <SignedContext value={{ me, office, demo: status.data.demo }}>{children}</SignedContext>;
}
