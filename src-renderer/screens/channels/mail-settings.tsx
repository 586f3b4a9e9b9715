import { Button, Checkbox, NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import { IconCircleCheck, IconFlask } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type SmtpAccount, type SmtpTest, smtpFieldsSchema } from '../../../src-main/contract/channels.ts';
import { contract } from '../../../src-main/contract/index.ts';
import { client, rpc } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { Group } from '../settings/group.tsx';
import classes from '../settings/settings.module.css';

const usualPort = { starttls: 587, tls: 465, plain: 25 } as const;

/** Pengaturan, Surel: the account mail is sent with, and Uji koneksi. */
export function MailSettings() {
  const w = useWords();
  const smtp = useQuery(client.channels.smtp.queryOptions());
  return (
    <>
      <PageHeader title={w.mail.title} about={w.mail.about} />
      <Problem error={smtp.error} />
      {smtp.data?.sink ? (
        <p className={classes.aside}>
          <IconFlask size={18} stroke={1.6} aria-hidden />
          {w.mail.sink}
        </p>
      ) : null}
      {smtp.data ? (
        <AccountForm key={smtp.data.account?.version ?? 0} account={smtp.data.account} />
      ) : smtp.isPending ? (
        <SkeletonRows rows={6} height={48} />
      ) : null}
    </>
  );
}

function AccountForm({ account }: { readonly account: SmtpAccount | null }) {
  const w = useWords();
  const office = useOffice();
  const form = useForm({
    schema: inputOf(contract.channels.setSmtp),
    initialValues: {
      host: account?.host ?? '',
      port: account?.port ?? (587 as number | string),
      security: account?.security ?? ('starttls' as SmtpAccount['security']),
      allowPlain: account?.allowPlain ?? false,
      user: account?.user ?? '',
      password: '',
      connections: account?.connections ?? (3 as number | string),
      fromName: account?.fromName ?? office?.unit ?? '',
      fromAddress: account?.fromAddress ?? '',
      replyTo: account?.replyTo ?? '',
      unsubscribeTo: account?.unsubscribeTo ?? '',
    },
    shape: ({ password, ...fields }) => ({
      ...fields,
      ...(password === '' ? {} : { password }),
      version: account?.version ?? null,
    }),
    rules: { fromAddress: w.partners.emailRule, replyTo: w.partners.emailRule, unsubscribeTo: w.partners.emailRule },
  });
  const values = form.getValues();
  const sameLogin = account?.host === values.host.trim() && account.user === values.user.trim();
  const save = form.sending(({ ...input }) => rpc.channels.setSmtp(input));
  const test = useMutation({
    mutationFn: () => {
      const { password, ...fields } = values;
      return rpc.channels.testSmtp({
        ...smtpFieldsSchema.parse({ ...fields, port: Number(fields.port), connections: Number(fields.connections) }),
        ...(password === '' ? {} : { password }),
      });
    },
  });
  const tryIt = () => {
    if (!form.validate().hasErrors) test.mutate();
  };
  return (
    <form noValidate onSubmit={save}>
      <Group title={w.mail.server} about={w.mail.serverAbout}>
        <div className={classes.fields}>
          <TextInput
            label={w.mail.host}
            placeholder="mail.denpasarkota.go.id"
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('host')}
          />
          <div className={classes.pair}>
            <Select
              label={w.mail.security}
              data={(['starttls', 'tls', 'plain'] as const).map((value) => ({
                value,
                label: w.mail.securities[value],
              }))}
              allowDeselect={false}
              {...form.getInputProps('security')}
              onChange={(value) => {
                const security = (value ?? 'starttls') as SmtpAccount['security'];
                form.put('security', security);
                if (Object.values(usualPort).includes(Number(values.port) as 587)) {
                  form.put('port', usualPort[security]);
                }
              }}
            />
            <NumberInput
              label={w.mail.port}
              min={1}
              max={65535}
              allowDecimal={false}
              hideControls
              {...form.getInputProps('port')}
            />
          </div>
          {values.security === 'plain' ? (
            <Checkbox label={w.mail.allowPlain} {...form.getInputProps('allowPlain', { type: 'checkbox' })} />
          ) : null}
        </div>
      </Group>
      <Group title={w.mail.login}>
        <div className={classes.fields}>
          <div className={classes.pair}>
            <TextInput label={w.mail.user} autoComplete="off" spellCheck={false} {...form.getInputProps('user')} />
            <PasswordInput
              label={w.mail.password}
              autoComplete="new-password"
              description={account?.hasPassword ? (sameLogin ? w.mail.passwordKept : w.mail.passwordNew) : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              visibilityToggleButtonProps={{ 'aria-label': w.frame.showPassword, tabIndex: 0 }}
              {...form.getInputProps('password')}
            />
          </div>
          <NumberInput
            label={w.mail.connections}
            description={w.mail.connectionsAbout}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={1}
            max={10}
            allowDecimal={false}
            maw={252}
            {...form.getInputProps('connections')}
          />
        </div>
      </Group>
      <Group title={w.mail.sender} about={w.mail.senderAbout}>
        <div className={classes.fields}>
          <div className={classes.pair}>
            <TextInput label={w.mail.fromName} {...form.getInputProps('fromName')} />
            <TextInput
              label={w.mail.fromAddress}
              type="email"
              autoComplete="off"
              {...form.getInputProps('fromAddress')}
            />
            <TextInput
              label={w.mail.replyTo}
              type="email"
              autoComplete="off"
              description={w.mail.replyToAbout}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('replyTo')}
            />
            <TextInput
              label={w.mail.unsubscribeTo}
              type="email"
              autoComplete="off"
              {...form.getInputProps('unsubscribeTo')}
            />
          </div>
          <div aria-live="polite">
            <Problem>{form.problem}</Problem>
            <Problem error={test.error} />
            {test.data ? <TestResult test={test.data} /> : null}
          </div>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <Button type="submit" loading={form.busy} data-primary>
              {w.mail.save}
            </Button>
            <Button variant="default" loading={test.isPending} onClick={tryIt}>
              {w.mail.test}
            </Button>
          </div>
          <p className={classes.soft} style={{ margin: 0 }}>
            {w.mail.testAbout}
          </p>
        </div>
      </Group>
    </form>
  );
}

/** What happened, in plain words; the server's own words below. */
function TestResult({ test }: { readonly test: SmtpTest }) {
  const w = useWords();
  const language = useLanguage();
  const seconds = (test.milliseconds / 1000).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  });
  if (test.ok) {
    return (
      <p className={classes.good} data-sign>
        <IconCircleCheck size={18} stroke={1.8} aria-hidden />
        {test.secured ? w.mail.ok(seconds) : w.mail.okPlain(seconds)}
      </p>
    );
  }
  return (
    <Problem>
      {w.mail.steps[test.step]}
      {test.answer ? (
        <>
          <br />
          <span>{/^\d{3}[ -]/.test(test.answer) ? w.mail.answer(test.answer) : w.mail.systemAnswer(test.answer)}</span>
        </>
      ) : null}
    </Problem>
  );
}
