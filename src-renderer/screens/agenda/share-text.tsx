import { Box, Group, Modal, Select, Tabs, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBrandWhatsapp, IconCalendarDown, IconFileText, IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { dayText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { useMay } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { DaysSayClosed, EventSaysClosed } from './event/says-closed.tsx';
import { Calendar } from './share/calendar.tsx';
import { Choice } from './share/choice.tsx';
import { Letter } from './share/letter.tsx';
import { Pdf } from './share/pdf.tsx';
import { remember, rememberedOf } from './share/remembered.ts';
import classes from './share/share.module.css';
import { dayAfter, type Edition, type Shared, type Span, type Subject, spans } from './share/subject.ts';
import { WhatsappText } from './share/whatsapp-text.tsx';
import { useOfficials } from './use-officials.ts';

const forms = ['whatsapp', 'pdf', 'calendar', 'letter'] as const;

interface ShareTextProps {
  readonly of: Subject;
  /** The form that stands open, where it is not the last one. */
  readonly as?: (typeof forms)[number] | undefined;
  /** @param took whether anything was pressed or copied that may have carried it out of Kulkul */
  readonly onClose: (took: boolean) => void;
}

/** As beside it: a choice, not a field to be filled in. */
const quietLabel = { fw: 400, c: 'dimmed', mb: 4 } as const;
const icons = { whatsapp: IconBrandWhatsapp, pdf: IconFileTypePdf, calendar: IconCalendarDown, letter: IconFileText };

/** Bagikan: a day or an event as text for WhatsApp, PDF, calendar file, or Surat Tugas. The form is remembered, the edition never. */
export function ShareText({ of, as, onClose }: ShareTextProps) {
  const w = useWords();
  const language = useLanguage();
  const may = useMay();
  const { leaders } = useOfficials();
  const [form, setForm] = useState(() => as ?? rememberedOf('form', forms));
  // what was public yesterday must not make today's public by itself, nor the other way round
  const [edition, setEdition] = useState<Edition>('internal');
  const [leaderId, setLeaderId] = useState<string | null>(null);
  const [span, setSpan] = useState<Span>(of.kind === 'day' ? (of.days ?? '1') : '1');
  const event = useQuery(
    client.agenda.get.queryOptions({ input: { id: of.kind === 'event' ? of.id : '' }, enabled: of.kind === 'event' }),
  );
  const took = useRef(false);
  const noteTaken = (within: SyntheticEvent) => {
    if (within.type === 'copy' || (within.target as Element).closest('button, a')) took.current = true;
  };
  const offered = forms.filter((one) => one !== 'letter' || may('agenda.write'));
  const shown = offered.includes(form) ? form : 'whatsapp';
  const from = of.kind === 'day' ? of.day : (event.data?.day ?? null);
  const to = of.kind === 'day' ? dayAfter(of.day, Number(span) - 1) : from;
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false });
  const editions =
    shown === 'letter' ? null : (
      <Choice
        label={w.agenda.edition}
        value={edition}
        onChange={setEdition}
        data={[
          { value: 'internal', label: w.agenda.editions.internal },
          { value: 'public', label: w.agenda.editions.public },
        ]}
      />
    );
  const about =
    shown === 'letter' ? null : (
      <Text size="xs" c="dimmed">
        {shown === 'calendar' ? w.agendaOut.editionInCalendar[edition] : w.agenda.editionAbout[edition]}
      </Text>
    );
  const choose = (more?: ReactNode) =>
    of.kind === 'day' || shown !== 'letter' ? (
      <>
        <Group gap="sm" align="flex-end">
          {of.kind === 'day' && shown !== 'letter' ? (
            <Select
              label={w.agendaOut.whose}
              labelProps={quietLabel}
              size="xs"
              style={{ flex: '1 1 140px', maxWidth: 240 }}
              allowDeselect={false}
              value={leaderId ?? ''}
              onChange={(value) => setLeaderId(value || null)}
              data={[
                { value: '', label: w.agendaOut.everyone },
                ...leaders.map(({ id, name, shortPosition }) => ({ value: id, label: shortPosition || name })),
              ]}
            />
          ) : null}
          {of.kind === 'day' ? (
            <Select
              label={w.agendaOut.days}
              labelProps={quietLabel}
              size="xs"
              w={110}
              allowDeselect={false}
              value={span}
              onChange={(value) => setSpan(spans.find((one) => one === value) ?? '1')}
              data={spans.map((one) => ({ value: one, label: w.agendaOut.spans[one] }))}
            />
          ) : null}
          {editions}
          {more}
        </Group>
        {about}
        {edition === 'public' && of.kind === 'day' && to !== null ? <DaysSayClosed from={of.day} to={to} /> : null}
        {edition === 'public' && of.kind === 'event' && event.data ? <EventSaysClosed event={event.data} /> : null}
      </>
    ) : null;
  const shared: Shared = { of, edition, from, to, leaderId, choose };
  return (
    <Modal
      opened
      onClose={() => onClose(took.current)}
      size="lg"
      fullScreen={isPhone}
      {...(isPhone ? { radius: 0 } : {})}
      title={of.kind === 'day' ? `${w.agenda.shareTitleDay} ${dayText(of.day, language)}` : w.agenda.shareTitleEvent}
      closeButtonProps={{ 'aria-label': w.frame.close }}
      classNames={{
        content: [classes.content, shown === 'whatsapp' ? classes.tall : ''].join(' '),
        body: classes.body ?? '',
      }}
    >
      <Tabs
        className={classes.forms ?? ''}
        onClickCapture={noteTaken}
        onCopyCapture={noteTaken}
        value={shown}
        keepMounted={false}
        onChange={(value) => {
          const next = forms.find((one) => one === value) ?? 'whatsapp';
          setForm(next);
          remember('form', next);
        }}
      >
        <Tabs.List className={classes.tabs ?? ''}>
          {offered.map((one) => {
            const Icon = icons[one];
            return (
              <Tabs.Tab
                key={one}
                value={one}
                px="xs"
                // four words are as much as a phone is wide
                leftSection={
                  <Box component="span" visibleFrom="xs" style={{ lineHeight: 0 }}>
                    <Icon size={16} stroke={1.8} aria-hidden />
                  </Box>
                }
              >
                {w.agendaOut.forms[one]}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        {offered.map((one) => (
          <Tabs.Panel key={one} value={one} className={one === shown ? (classes.panel ?? '') : ''}>
            {one === 'whatsapp' ? <WhatsappText {...shared} /> : null}
            {one === 'pdf' ? <Pdf {...shared} /> : null}
            {one === 'calendar' ? <Calendar {...shared} /> : null}
            {one === 'letter' ? <Letter {...shared} /> : null}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Modal>
  );
}
