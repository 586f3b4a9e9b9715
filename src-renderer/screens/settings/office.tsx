import { Button, Input, NumberInput, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { contract } from '../../../src-main/contract/index.ts';
import type { Office } from '../../../src-main/contract/office-nouns.ts';
import { rawPath } from '../../../src-main/contract/routes.ts';
import { zoneShort } from '../../../src-main/words/when.ts';
import { client, refusalOf, rpc } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useMay, useOffice } from '../../frame/session.tsx';
import { accentOf } from '../../theme/accent.ts';
import { useWords } from '../../words/words.tsx';
import { Group } from './group.tsx';
import classes from './settings.module.css';

/** Colours often met in emblems of regions. */
const samples = ['#0b6b57', '#1a5fb4', '#7a1f2b', '#b3541e', '#5b3a8c', '#a67c00', '#2b3a55', '#b0185c'];

/** Kantor: what the media see, and who may approve. */
export function OfficeSettings() {
  const w = useWords();
  const office = useOffice();
  const may = useMay();
  const queries = useQueryClient();
  // what these fields were filled from: somebody else may change the office while they are being typed in
  const [seen, setSeen] = useState(office);
  const [stale, setStale] = useState(false);
  const form = useForm({
    schema: inputOf(contract.office.change),
    initialValues: valuesOf(office),
    shape: ({ lines, footer, ...rest }) => ({
      ...rest,
      letterhead: {
        lines: lines
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        footer,
      },
      version: seen.version,
    }),
  });
  const save = form.sending(async (input) => {
    try {
      setSeen(await rpc.office.change(input));
    } catch (error) {
      if (refusalOf(error)?.code === 'changed_meanwhile') {
        setStale(true);
        await queries.invalidateQueries({ queryKey: client.session.status.key() });
      }
      throw error;
    }
    setStale(false);
    form.resetDirty();
    await queries.invalidateQueries({ queryKey: client.session.status.key() });
  });
  /** What others wrote comes into the fields that were left alone here; what was typed stays. */
  const takeNewest = () => {
    const [was, is] = [valuesOf(seen), valuesOf(office)];
    for (const field of Object.keys(is) as (keyof typeof is)[])
      if (form.values[field] === was[field] && is[field] !== was[field]) form.put(field, is[field]);
    form.resetDirty(is);
    form.clearProblem();
    setSeen(office);
    setStale(false);
  };
  const accent = form.values.accent;
  const lines = form.values.lines.split('\n').filter((line) => line.trim());

  return (
    <form noValidate onSubmit={save} className={classes.longForm}>
      <PageHeader
        title={w.settings.office}
        about={w.settings.officeAbout}
        acts={
          <Button type="submit" loading={form.busy} disabled={!form.isDirty()} data-primary>
            {w.settings.saveOffice}
          </Button>
        }
      />
      <Problem
        act={
          stale && office.version !== seen.version ? (
            <Button size="xs" variant="default" onClick={takeNewest}>
              {w.agenda.loadNewest}
            </Button>
          ) : null
        }
      >
        {form.problem}
      </Problem>
      <Group title={w.settings.identity} about={w.settings.identityAbout}>
        <div className={classes.fields}>
          <TextInput label={w.start.unit} {...form.getInputProps('unit')} />
          <div className={classes.pair}>
            <TextInput label={w.start.city} {...form.getInputProps('city')} />
            <div>
              <Input.Label labelElement="div">{w.start.zone}</Input.Label>
              <SegmentedControl
                fullWidth
                aria-label={w.start.zone}
                data={(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const).map((value) => ({
                  value,
                  label: zoneShort(value),
                }))}
                {...form.getInputProps('zone')}
              />
            </div>
          </div>
        </div>
      </Group>
      <Group title={w.settings.accent} about={w.settings.accentAbout}>
        <div className={classes.swatches}>
          {samples.map((hex) => (
            <button
              key={hex}
              type="button"
              className={classes.swatch}
              style={{ background: accentOf(hex, 'light').fill }}
              aria-label={w.settings.accentExample(hex)}
              aria-pressed={accent === hex}
              onClick={() => form.setFieldValue('accent', hex)}
            >
              {accent === hex ? <IconCheck size={18} stroke={2} aria-hidden /> : null}
            </button>
          ))}
          <TextInput
            w={120}
            ml="sm"
            aria-label={w.settings.accentCode}
            leftSection={
              <span
                style={{
                  width: 14,
                  height: 14,
                  borderRadius: 7,
                  background: /^#[0-9a-f]{6}$/i.test(accent) ? accent : 'none',
                }}
              />
            }
            {...form.getInputProps('accent')}
          />
        </div>
      </Group>
      <Group title={w.settings.letterhead} about={w.settings.letterheadAbout}>
        <div className={classes.fields}>
          <Logo />
          <Textarea
            label={w.settings.letterheadLines}
            description={w.settings.letterheadLinesAbout}
            placeholder={w.settings.letterheadExample}
            autosize
            minRows={3}
            {...form.getInputProps('lines')}
            error={form.errors.lines ?? form.errors['letterhead.lines']}
          />
          {lines.length > 0 ? (
            <section className={classes.paper} aria-label={w.settings.preview}>
              {office.letterhead.logo ? (
                <img className={classes.logo} alt="" src={rawPath('officeLogo', { sha256: office.letterhead.logo })} />
              ) : null}
              <div style={{ flex: 1 }}>
                {lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have only their place
                  <p key={index}>{line}</p>
                ))}
              </div>
            </section>
          ) : null}
          <Textarea label={w.settings.footer} autosize minRows={2} {...form.getInputProps('footer')} />
        </div>
      </Group>
      <Group title={w.settings.texts} about={w.settings.textsAbout}>
        <div className={classes.fields}>
          <Textarea label={w.settings.boilerplate} autosize minRows={3} {...form.getInputProps('boilerplate')} />
          <Textarea label={w.settings.contact} autosize minRows={2} {...form.getInputProps('contact')} />
          <TextInput
            label={w.settings.credit}
            placeholder={w.settings.creditExample}
            {...form.getInputProps('credit')}
          />
        </div>
      </Group>
      <Group title={w.settings.approval} about={w.settings.approvalAbout}>
        <div className={classes.fields}>
          <NumberInput
            label={w.settings.headCount}
            w={140}
            min={1}
            max={500}
            allowDecimal={false}
            {...form.getInputProps('people')}
          />
          <Switch
            label={w.settings.selfApproval}
            description={w.settings.selfApprovalAbout}
            disabled={!may('people.manage')}
            {...form.getInputProps('selfApproval', { type: 'checkbox' })}
          />
        </div>
      </Group>
    </form>
  );
}

/** What stands in the fields of an office. */
function valuesOf(office: Office) {
  return {
    unit: office.unit,
    city: office.city,
    zone: office.zone as string,
    accent: office.accent,
    lines: office.letterhead.lines.join('\n'),
    footer: office.letterhead.footer,
    boilerplate: office.boilerplate,
    contact: office.contact,
    credit: office.credit,
    people: office.people as number | string,
    selfApproval: office.selfApproval,
  };
}

const LOGO_BYTES = 1_000_000;

function Logo() {
  const w = useWords();
  const office = useOffice();
  const queries = useQueryClient();
  const [tooLarge, setTooLarge] = useState(false);
  const set = useMutation(
    client.office.setLogo.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: client.session.status.key() }),
    }),
  );
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setTooLarge(file.size > LOGO_BYTES);
    if (file.size > LOGO_BYTES) return;
    set.mutate({ image: await base64Of(file) });
  };
  const { logo } = office.letterhead;
  return (
    <div>
      <div className={classes.swatches}>
        {logo ? (
          <img className={classes.logo} alt={w.settings.logo} src={rawPath('officeLogo', { sha256: logo })} />
        ) : null}
        <Button component="label" variant="default" loading={set.isPending}>
          {logo ? w.settings.logoChange : w.settings.logoChoose}
          <input
            type="file"
            accept="image/png,image/jpeg"
            className="k-unseen"
            onChange={(event) => {
              void choose(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </Button>
        {logo ? (
          <Button variant="subtle" onClick={() => set.mutate({ image: null })}>
            {w.settings.logoRemove}
          </Button>
        ) : null}
        <span className={classes.soft}>{w.settings.logoAbout}</span>
      </div>
      {tooLarge ? <Problem>{w.settings.logoTooLarge}</Problem> : <Problem error={set.error} />}
    </div>
  );
}

/** The bytes of a file as base64; the contract carries no binary. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable file'));
    reader.readAsDataURL(file);
  });
}
