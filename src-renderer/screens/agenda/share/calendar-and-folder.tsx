import { PageHeader } from '../../../components/page-header.tsx';
import { useWords } from '../../../words/words.tsx';
import { FolderSettings } from './folder-settings.tsx';
import { Subscriptions } from './subscriptions.tsx';

/** Kalender & folder, a part of Pengaturan: how the agenda reaches phones and shared folders by itself. */
export function CalendarAndFolder() {
  const w = useWords();
  return (
    <>
      <PageHeader title={w.agendaOut.settings} about={w.agendaOut.settingsAbout} />
      <Subscriptions />
      <FolderSettings />
    </>
  );
}
