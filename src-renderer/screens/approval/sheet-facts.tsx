import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Sheet } from '../../../src-main/contract/approval-nouns.ts';
import { client } from '../../client.ts';
import { Facts } from '../../components/inspector.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './sheet.module.css';

/** Who can get it, class, number, writers, fingerprint. */
export function SheetFacts({ sheet }: { readonly sheet: Sheet }) {
  const words = useWords();
  const w = words.approval;
  const { recipients, release } = sheet;
  const seesAgenda = useMay()('agenda.read') && release.eventId !== null;
  const event = useQuery(
    client.agenda.get.queryOptions({ input: { id: release.eventId ?? '' }, enabled: seesAgenda }),
  ).data;
  const number =
    sheet.nextNumber === null ? w.noNumber : sheet.frozen ? sheet.nextNumber : w.nextNumber(sheet.nextNumber);
  return (
    <section className={classes.about}>
      {recipients === null ? null : (
        <div className={classes.recipients}>
          <h2 className={classes.heading}>{w.recipients}</h2>
          {recipients.journalists + recipients.whatsappGroups === 0 ? (
            <p>{w.noRecipients}</p>
          ) : (
            <p className={classes.count}>
              {w.recipientsCount(recipients.journalists, recipients.outlets, recipients.whatsappGroups)}
            </p>
          )}
          {sheet.frozen ? null : <p className={classes.soft}>{w.recipientsAbout}</p>}
        </div>
      )}
      <Facts
        facts={[
          [
            words.releases.event,
            event === undefined ? null : (
              <Anchor
                key="event"
                renderRoot={(props) => <Link to="/agenda/$eventId" params={{ eventId: event.id }} {...props} />}
              >
                {event.title}
              </Anchor>
            ),
          ],
          [w.number, number],
          [w.infoClass, words.releases.infoClasses[sheet.manifest.infoClass]],
          [w.writers, sheet.writers.join(', ')],
          [
            w.fingerprint,
            <code key="hash" title={sheet.contentHash}>
              {sheet.contentHash.slice(0, 12)}
            </code>,
          ],
        ]}
      />
    </section>
  );
}
