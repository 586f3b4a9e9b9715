import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../src-main/contract/basics.ts';
import { KulkulMark } from '../../frame/kulkul-mark.tsx';
import { useLanguage, useSpeak, useWords } from '../../words/words.tsx';
import { chooseLanguage } from './chosen-language.ts';
import classes from './door-page.module.css';

/** The page before the newsroom: what Kulkul promises on the left, the one thing to do on the right. */
export function DoorPage({ children, heading }: { readonly children: ReactNode; readonly heading: string }) {
  const w = useWords();
  const language = useLanguage();
  const speak = useSpeak();
  return (
    <div className={classes.door}>
      <aside className={classes.promise} aria-label={w.frame.appName}>
        <p className={classes.name}>
          <KulkulMark size={28} onAccent />
          {w.frame.appName}
        </p>
        <div>
          <p className={classes.big}>{w.start.promise}</p>
          <ol className={classes.steps}>
            {w.start.promiseSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      </aside>
      <main className={classes.main}>
        <div className={classes.language}>
          <SegmentedControl
            size="xs"
            aria-label={w.frame.language}
            value={language}
            onChange={(value) => {
              chooseLanguage(value as Language);
              speak(value as Language);
            }}
            data={[
              { value: 'id', label: 'Indonesia' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <div className={classes.form}>
          <h1 className={classes.title}>{heading}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
