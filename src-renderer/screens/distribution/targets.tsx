import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SendTo } from '../../../src-main/contract/delivery-nouns.ts';
import type { Group } from '../../../src-main/contract/partners.ts';
import type { SiteSettingsForm } from '../../../src-main/contract/site.ts';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';

interface TargetsProps {
  readonly groups: readonly Group[];
  readonly site: SiteSettingsForm | null;
  readonly to: SendTo;
  readonly onChange: (to: SendTo) => void;
}

/** Whom a press of Kirim reaches: groups of journalists, the site, WhatsApp groups. */
export function Targets({ groups, site, to, onChange }: TargetsProps) {
  const w = useWords();
  const may = useMay();
  const email = groups.filter((group) => group.kind === 'email');
  const whatsapp = groups.filter((group) => group.kind === 'whatsapp');
  const toggle = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  return (
    <div className={classes.targets}>
      <fieldset>
        <legend>{w.distribution.emailGroups}</legend>
        {email.length === 0 ? (
          <p className={classes.soft}>
            {w.distribution.noEmailGroups}{' '}
            {may('partners.write') ? <Link to={'/mitra' as string}>{w.distribution.addGroup}</Link> : null}
          </p>
        ) : null}
        {email.map((group) => (
          <Checkbox
            key={group.id}
            label={group.name}
            description={w.distribution.journalists(group.memberIds.length)}
            checked={to.emailGroupIds.includes(group.id)}
            onChange={() => onChange({ ...to, emailGroupIds: toggle(to.emailGroupIds, group.id) })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{w.distribution.site}</legend>
        {site === null ? (
          <p className={classes.soft}>
            {w.distribution.siteMissing}{' '}
            {may('channels.manage') ? <Link to={'/pengaturan/situs' as string}>{w.distribution.setUp}</Link> : null}
          </p>
        ) : (
          <Checkbox
            label={site.title}
            description={site.baseUrl.replace(/^https?:\/\/|\/$/g, '') || site.folder}
            checked={to.site}
            onChange={() => onChange({ ...to, site: !to.site })}
          />
        )}
      </fieldset>
      <fieldset>
        <legend>{w.distribution.whatsappGroups}</legend>
        <p className={classes.soft}>
          {whatsapp.length === 0 ? w.distribution.noWhatsappGroups : w.distribution.whatsappAbout}
        </p>
        {whatsapp.map((group) => (
          <Checkbox
            key={group.id}
            label={group.name}
            {...(group.note === '' ? {} : { description: group.note })}
            checked={to.whatsappGroupIds.includes(group.id)}
            onChange={() => onChange({ ...to, whatsappGroupIds: toggle(to.whatsappGroupIds, group.id) })}
          />
        ))}
        {whatsapp.length === 0 && may('channels.manage') ? (
          <Link to={'/pengaturan/situs' as string}>{w.distribution.addGroup}</Link>
        ) : null}
      </fieldset>
    </div>
  );
}
