import { Code } from '@mantine/core';
import { CopyButton } from '../../components/copy-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useWords } from '../../words/words.tsx';
import { Group } from './group.tsx';
import classes from './settings.module.css';

const MAKE = 'npm run kulkul -- backup';
const RESTORE = 'npm run kulkul -- restore';

/** Cadangan: what is kept, how to make one, how it comes back. */
export function Backup() {
  const w = useWords();
  return (
    <>
      <PageHeader title={w.settings.backup} about={w.settings.backupAbout} />
      <Group title={w.settings.backupHow} about={w.settings.backupHowAbout}>
        <div className={classes.swatches}>
          <Code fz="sm" p="sm">
            {MAKE}
          </Code>
          <CopyButton text={MAKE} size="xs" />
        </div>
      </Group>
      <Group title={w.settings.backupCheck} about={w.settings.backupCheckAbout}>
        <div className={classes.swatches}>
          <Code fz="sm" p="sm">
            {RESTORE}
          </Code>
          <CopyButton text={RESTORE} size="xs" />
        </div>
      </Group>
      <Group title={w.settings.backupWhat} about={w.settings.backupWhatAbout}>
        <p className={classes.soft}>{w.settings.backupAuto}</p>
      </Group>
    </>
  );
}
