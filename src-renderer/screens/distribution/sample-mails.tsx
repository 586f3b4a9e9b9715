import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import PostalMime, { type Email } from 'postal-mime';
import { useEffect, useMemo, useState } from 'react';
import { rawPath } from '../../../src-main/contract/routes.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Facts } from '../../components/inspector.tsx';
import { List } from '../../components/list.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { When } from '../../components/when.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';
import { SinkBanner } from './sink-banner.tsx';

/** Surel contoh: the mails that the sample office kept instead of sending them. */
export function SampleMails() {
  const w = useWords();
  const navigate = useNavigate();
  const { surel } = useSearch({ strict: false }) as { surel?: string };
  // Side by side the newest mail is open at once; where there is room for one thing, it is the list or a mail.
  const wide = useMediaQuery('(min-width: 761px)', true, { getInitialValueInEffect: false });
  const mails = useQuery(client.channels.sinkMails.queryOptions({ input: { limit: 200 } }));
  const open = surel ?? (wide ? mails.data?.[0]?.id : undefined);
  return (
    <>
      <PageHeader title={w.distribution.mails} about={w.distribution.mailsAbout} />
      <SinkBanner quiet />
      <Problem error={mails.error} />
      {mails.data ? null : <SkeletonRows rows={8} />}
      {mails.data?.length === 0 ? (
        <EmptyState icon={IconMail} title={w.distribution.mailsEmptyTitle}>
          {w.distribution.mailsEmpty}
        </EmptyState>
      ) : null}
      {mails.data && mails.data.length > 0 ? (
        <div className={classes.mails}>
          <div className={classes.mailList} hidden={!wide && open !== undefined}>
            <List
              label={w.distribution.mails}
              items={mails.data}
              idOf={(mail) => mail.id}
              nameOf={(mail) => `${mail.to} ${mail.subject}`}
              openId={open}
              onOpen={(mail) => void navigate({ to: '/distribusi/surel-contoh', search: { surel: mail.id } })}
              row={(mail) => (
                <span className={classes.mailRow}>
                  <strong>{mail.to}</strong>
                  <span>{mail.subject}</span>
                  <span className={classes.soft}>
                    <When at={mail.at} />
                  </span>
                </span>
              )}
            />
          </div>
          {open && !wide ? (
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} stroke={1.8} aria-hidden />}
              renderRoot={(props) => <Link to="/distribusi/surel-contoh" search={{}} data-back {...props} />}
            >
              {w.frame.backTo(w.distribution.mails)}
            </Button>
          ) : null}
          {open ? <Mail key={open} id={open} /> : null}
        </div>
      ) : null}
    </>
  );
}

/** One mail as a desk would see it. Its HTML stands in a frame without scripts, forms, or a way out. */
function Mail({ id }: { readonly id: string }) {
  const w = useWords();
  const [form, setForm] = useState<'html' | 'text'>('html');
  const mail = useQuery({
    queryKey: ['sink-mail', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const answer = await fetch(rawPath('sinkMail', { mailId: id }));
      if (!answer.ok) throw new Error(`mail ${answer.status}`);
      return PostalMime.parse(await answer.arrayBuffer());
    },
  });
  const html = useMemo(() => (mail.data ? framed(mail.data) : ''), [mail.data]);
  if (!mail.data) return mail.error ? <Problem error={mail.error} /> : <SkeletonRows rows={10} />;
  const { from, to, subject, text, attachments } = mail.data;
  const named = (one: { name?: string; address?: string } | undefined) =>
    one === undefined ? '' : one.name ? `${one.name} <${one.address ?? ''}>` : (one.address ?? '');
  const files = attachments.filter((one) => one.disposition !== 'inline');
  return (
    <article className={classes.mail} aria-label={subject ?? ''}>
      <Facts
        facts={[
          [w.distribution.mailFrom, named(from)],
          [w.distribution.mailTo, (to ?? []).map(named).join(', ')],
          [w.distribution.mailSubject, subject ?? ''],
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={w.distribution.mailBody}
        value={form}
        onChange={(value) => setForm(value as 'html' | 'text')}
        data={[
          { value: 'html', label: w.distribution.mailHtml },
          { value: 'text', label: w.distribution.mailText },
        ]}
      />
      {form === 'html' ? (
        <iframe title={w.distribution.mailBody} className={classes.mailFrame} sandbox="" srcDoc={html} />
      ) : (
        <pre className={classes.mailText}>{text ?? ''}</pre>
      )}
      {files.length > 0 ? (
        <>
          <h2 className={classes.version}>{w.distribution.mailAttachments}</h2>
          <ul className={classes.files}>
            {files.map((file) => (
              <Attachment key={`${file.filename} ${file.contentId}`} file={file} />
            ))}
          </ul>
        </>
      ) : null}
    </article>
  );
}

function Attachment({ file }: { readonly file: Email['attachments'][number] }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file.content as ArrayBuffer], { type: file.mimeType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <li>
      {url ? (
        <a href={url} download={file.filename ?? 'lampiran'}>
          {file.mimeType.startsWith('image/') ? <img src={url} alt="" /> : null}
          {file.filename}
        </a>
      ) : null}
    </li>
  );
}

/** The HTML part with its own pictures as data, under a policy of its own. */
function framed(mail: Email): string {
  let html = mail.html ?? '';
  for (const part of mail.attachments) {
    const cid = part.contentId?.replace(/^<|>$/g, '');
    if (cid)
      html = html.replaceAll(`cid:${cid}`, `data:${part.mimeType};base64,${base64Of(part.content as ArrayBuffer)}`);
  }
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + policy) : policy + html;
}

function base64Of(bytes: ArrayBuffer): string {
  let text = '';
  const view = new Uint8Array(bytes);
  for (let at = 0; at < view.length; at += 0x8000) text += String.fromCharCode(...view.subarray(at, at + 0x8000));
  return btoa(text);
}
