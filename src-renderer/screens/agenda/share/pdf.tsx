import { Text } from '@mantine/core';
import { useState } from 'react';
import { rawPath } from '../../../../src-main/contract/routes.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { Choice } from './choice.tsx';
import { FileActs } from './file-acts.tsx';
import { Panel } from './panel.tsx';
import { remember, rememberedOf } from './remembered.ts';
import type { Shared } from './subject.ts';

/** *Agenda Harian Pimpinan* as PDF. */
export function Pdf({ of, edition, from, to, leaderId, choose }: Shared) {
  const w = useWords();
  const language = useLanguage();
  const [arrangement, setArrangement] = useState(() => rememberedOf('arrangement', ['list', 'matrix']));
  const one = leaderId !== null;
  const path =
    from === null || to === null
      ? null
      : rawPath(
          'agendaSheet',
          {},
          {
            from,
            to,
            edition,
            language,
            arrangement: one ? 'list' : arrangement,
            ...(one ? { leader: leaderId } : {}),
          },
        );
  return (
    <Panel foot={<FileActs path={path} type="application/pdf" word={w.agendaOut.savePdf} />}>
      {choose()}
      {one ? null : (
        <Choice
          label={w.agendaOut.arrangement}
          value={arrangement}
          onChange={(value) => {
            setArrangement(value);
            remember('arrangement', value);
          }}
          data={[
            { value: 'list', label: w.agendaOut.arrangements.list },
            { value: 'matrix', label: w.agendaOut.arrangements.matrix },
          ]}
        />
      )}
      <Text size="sm" c="dimmed">
        {of.kind === 'event' ? w.agendaOut.pdfOfDay : w.agendaOut.pdfAbout}
      </Text>
    </Panel>
  );
}
