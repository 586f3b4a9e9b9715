import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { rawPath } from '../../../../src-main/contract/routes.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { Choice } from './choice.tsx';
import { FileActs } from './file-acts.tsx';
import { Panel } from './panel.tsx';
import { remember, rememberedOf } from './remembered.ts';
import type { Shared } from './subject.ts';

/** The same as a file for calendar programs. */
export function Calendar({ of, edition, from, to, leaderId, choose }: Shared) {
  const w = useWords();
  const language = useLanguage();
  const [alarm, setAlarm] = useState(() => rememberedOf('alarm', ['0', '30', '60']));
  const path =
    from === null || to === null
      ? null
      : rawPath(
          'agendaCalendar',
          {},
          {
            from,
            to,
            edition,
            language,
            ...(leaderId === null ? {} : { leader: leaderId }),
            ...(of.kind === 'event' ? { event: of.id } : {}),
            ...(alarm === '0' ? {} : { alarm }),
          },
        );
  return (
    <Panel foot={<FileActs path={path} type="text/calendar" word={w.agendaOut.saveCalendar} />}>
      {choose()}
      <Choice
        label={w.agendaOut.alarm}
        value={alarm}
        onChange={(value) => {
          setAlarm(value);
          remember('alarm', value);
        }}
        data={[
          { value: '0', label: w.agendaOut.alarms.none },
          { value: '30', label: w.agendaOut.alarms.half },
          { value: '60', label: w.agendaOut.alarms.hour },
        ]}
      />
      <Text size="sm" c="dimmed">
        {w.agendaOut.calendarAbout}{' '}
        <Anchor renderRoot={(props) => <Link to={'/pengaturan/kalender' as '/'} {...props} />}>
          {w.agendaOut.subscribeInstead}
        </Anchor>
      </Text>
    </Panel>
  );
}
