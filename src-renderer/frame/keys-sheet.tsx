import { Kbd, Modal } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useWords } from '../words/words.tsx';
import classes from './keys-sheet.module.css';
import { useModules } from './use-modules.ts';

/** The help sheet: every key that works here. */
export function KeysSheet({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const w = useWords();
  const p = w.palette;
  const modules = useModules().filter((module) => module.key);
  const anywhere: readonly (readonly [readonly string[], string, string?])[] = [
    [['Ctrl', 'K'], p.keySearch],
    ...modules.map((module) => [['g', module.key ?? ''], p.keyGo(module.name(w)), p.keysThen] as const),
    [['n'], p.keyNew],
    [['/'], p.keyFilter],
    [['Ctrl', 'Enter'], p.keyPrimary],
    [['Ctrl', 'S'], p.keySave],
    [['Esc'], p.keyBack],
    [['F12'], p.keySwitch],
    [['?'], p.keyHelp],
  ];
  const lists: typeof anywhere = [
    [['j', 'k'], p.keyMove, p.keysOr],
    [['↓', '↑'], p.keyMove, p.keysOr],
    [['Enter'], p.keyOpen],
    [['Space'], p.keyChoose],
    [['a', 'z'], p.keyFind, '–'],
  ];
  const inAgenda = useLocation().pathname === '/agenda';
  const agenda: typeof anywhere = [
    [['↑', '↓', '←', '→'], w.views.keyArrows, ''],
    [['j', 'k'], w.views.keyEvents, p.keysOr],
    [['n'], w.views.keyNew],
    [['Alt', '↑↓←→'], w.views.keyMove],
    [['Shift', 'Alt', '↑↓'], w.views.keyResize],
    [['m'], w.views.keyMoveMode],
    [['t'], w.views.keyToday],
    [['1', '5'], w.views.keyViews, '–'],
    [['[', ']'], w.views.keySpan, p.keysOr],
  ];
  const group = (title: string, rows: typeof anywhere) => (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.rows}>
        {rows.map(([keys, meaning, between]) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 ? <span className={classes.between}>{between ?? '+'}</span> : null}
                  <Kbd size="sm">{key}</Kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={p.keysTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': w.frame.close }}
    >
      <div className={classes.columns}>
        {group(p.anywhere, anywhere)}
        <div>
          {inAgenda ? group(w.views.keysTitle, agenda) : null}
          {group(p.inLists, lists)}
        </div>
      </div>
    </Modal>
  );
}
