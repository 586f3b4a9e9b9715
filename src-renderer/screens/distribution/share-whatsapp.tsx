import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { IconBrandWhatsapp, IconFileZip, IconFolder, IconShare } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Delivery } from '../../../src-main/contract/delivery-nouns.ts';
import { rawPath } from '../../../src-main/contract/routes.ts';
import type { Share } from '../../../src-main/contract/whatsapp.ts';
import { LONGEST_SHARE_ADDRESS, shareAddress, shareText } from '../../../src-main/text/share-text.ts';
import { client } from '../../client.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Problem } from '../../components/problem.tsx';
import { desk } from '../../desk.ts';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { DeliveryActs } from './delivery-acts.tsx';
import { DeliveryWords } from './delivery-words.tsx';
import classes from './distribution.module.css';

type Form = 'short' | 'full';

/** What a message says in each form, with this greeting. */
function messageOf(share: Share, form: Form, greeting: string): string {
  if (form === 'short') return shareText({ greeting, title: share.title, lead: share.lead, link: share.link });
  return [greeting.trim(), share.fullText, share.link ?? ''].filter(Boolean).join('\n\n');
}

interface ShareWhatsappProps {
  readonly share: Share;
  readonly deliveries: readonly Delivery[];
}

/** Bagikan ke WA: the text is ready, a person shares it and says so. The program sends nothing. */
export function ShareWhatsapp({ share, deliveries }: ShareWhatsappProps) {
  const w = useWords();
  const may = useMay()('distribution.send');
  const [form, setForm] = useState<Form>('short');
  const [text, setText] = useState(() => messageOf(share, 'short', share.greeting));
  const [typed, setTyped] = useState(false);

  // The link arrives when the page stands on the site; what a person has typed is never overwritten by it.
  useEffect(() => {
    if (!typed) setText(messageOf(share, form, share.greeting));
  }, [share, form, typed]);

  const { url, shortened } = shareAddress(text, share.link);
  const rows = deliveries.filter((row) => row.channel === 'whatsapp' && row.version === share.version);
  return (
    <aside className={classes.share} aria-labelledby="share">
      <h2 id="share" className={classes.heading}>
        <IconBrandWhatsapp size={20} stroke={1.6} aria-hidden /> {w.distribution.share}
      </h2>
      <p className={classes.soft}>{w.distribution.shareAbout}</p>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={w.distribution.message}
        data={[
          { value: 'short', label: w.distribution.short },
          { value: 'full', label: w.distribution.full },
        ]}
        value={form}
        onChange={(value) => {
          setTyped(false);
          setForm(value as Form);
        }}
      />
      <Textarea
        label={w.distribution.message}
        autosize
        minRows={8}
        maxRows={18}
        value={text}
        onChange={(event) => {
          setTyped(true);
          setText(event.currentTarget.value);
        }}
      />
      <p className={classes.soft}>
        {w.distribution.length([...text].length)}
        {shortened ? ` · ${w.distribution.tooLong}` : ''}
        {share.link === null ? ` · ${w.distribution.noLink}` : ''}
      </p>
      <div className={classes.shareActs}>
        <CopyButton text={text}>{w.distribution.copyText}</CopyButton>
        <Button
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          variant="default"
          data-length={Math.min(url.length, LONGEST_SHARE_ADDRESS)}
          leftSection={<IconBrandWhatsapp size={16} stroke={1.8} aria-hidden />}
        >
          {w.distribution.openWhatsapp}
        </Button>
        <ShareFiles share={share} text={text} />
      </div>
      <Files share={share} />
      <h3 className={classes.version}>{w.distribution.tickGroups}</h3>
      {rows.length === 0 ? <p className={classes.soft}>{w.distribution.tickNone}</p> : null}
      <ul className={classes.ticks}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className={classes.tickName}>
              {row.recipientName}
              <span className={classes.soft}>{row.state === 'shared' ? <DeliveryWords row={row} /> : row.outlet}</span>
            </span>
            {may ? <DeliveryActs row={row} /> : null}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** The phone's own share sheet, with the photos; only where it takes files. */
function ShareFiles({ share, text }: { readonly share: Share; readonly text: string }) {
  const w = useWords();
  const [failed, setFailed] = useState(false);
  const sample = new File([''], 'foto.jpg', { type: 'image/jpeg' });
  const can = typeof navigator.canShare === 'function' && navigator.canShare({ files: [sample] });
  if (!can || share.photos.length === 0) return null;
  const open = async () => {
    setFailed(false);
    try {
      const files = await Promise.all(
        share.photos.slice(0, 10).map(async ({ photoId }, index) => {
          const answer = await fetch(rawPath('photoPreview', { photoId, size: '1600' }));
          if (!answer.ok) throw new Error('no preview');
          return new File([await answer.blob()], `foto-${index + 1}.jpg`, { type: 'image/jpeg' });
        }),
      );
      await navigator.share({ text, files });
    } catch (error) {
      // A person who closes the sheet has not failed.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true);
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShare size={16} stroke={1.8} aria-hidden />}
        onClick={() => void open()}
      >
        {w.distribution.shareFiles}
      </Button>
      {failed ? <Problem>{w.distribution.shareFailed}</Problem> : null}
    </>
  );
}

/** The kit as ZIP, and on this computer the folder it is unpacked to. */
function Files({ share }: { readonly share: Share }) {
  const w = useWords();
  const unpack = useMutation(
    client.whatsapp.unpackKit.mutationOptions({ onSuccess: ({ folder }) => void desk?.showInFolder(folder) }),
  );
  const kit = rawPath('mediaKit', { releaseId: share.releaseId, version: String(share.version) });
  return (
    <div className={classes.kit}>
      <Button
        component="a"
        href={kit}
        download={share.kitName}
        variant="default"
        leftSection={<IconFileZip size={16} stroke={1.8} aria-hidden />}
      >
        {w.distribution.kit}
      </Button>
      {desk ? (
        <Button
          variant="default"
          leftSection={<IconFolder size={16} stroke={1.8} aria-hidden />}
          loading={unpack.isPending}
          onClick={() => unpack.mutate({ releaseId: share.releaseId })}
        >
          {w.distribution.openFolder}
        </Button>
      ) : null}
      <span className={classes.soft}>
        {w.distribution.kitAbout} {w.distribution.withPhotos(share.photos.length)}.
      </span>
      <Problem error={unpack.error} />
    </div>
  );
}
