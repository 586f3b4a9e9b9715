import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs of others that read what we wrote. On Debian: `apt-get install poppler-utils python3-icalendar khal libreoffice-writer-nogui`. */
const places = {
  pdftotext: '/usr/bin/pdftotext',
  khal: '/usr/bin/khal',
  soffice: '/usr/bin/soffice',
  python3: '/usr/bin/python3',
} as const;

/** Whether this reader is here; a test that needs it is skipped, and shown so, where it is not. */
export function hasReader(name: keyof typeof places | 'icalendar'): boolean {
  if (name !== 'icalendar') return existsSync(places[name]);
  return spawnSync(places.python3, ['-c', 'import icalendar, dateutil'], { stdio: 'ignore' }).status === 0;
}

/** Works on bytes as a file of this name, in a folder that is gone afterwards. */
function withFile<T>(bytes: Uint8Array | string, name: string, work: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kulkul-baca-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return work(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, words: readonly string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', input, timeout: 60_000 });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

/** The text of a PDF as poppler reads it, in the order it stands on the page. */
export function textOfPdf(bytes: Uint8Array): string {
  return withFile(bytes, 'a.pdf', (path) => run(places.pdftotext, ['-layout', '-enc', 'UTF-8', path, '-']));
}

/** A word processor's own reading of a DOCX, as plain text. */
export function textOfDocx(bytes: Uint8Array): string {
  return withFile(bytes, 'a.docx', (path, folder) => {
    const words = [
      `-env:UserInstallation=file://${folder}/lo`,
      '--headless',
      '--convert-to',
      'txt:Text',
      '--outdir',
      folder,
    ];
    run(places.soffice, [...words, path]);
    return run('/bin/cat', [join(folder, 'a.txt')]);
  });
}

/** What a page says, as the parser of Python's own library reads it: one line for each piece of text, without styles and scripts. */
export function textOfHtml(bytes: Uint8Array | string): string[] {
  return withFile(bytes, 'a.html', (path) => JSON.parse(run(places.python3, ['-c', readHtml, path])) as string[]);
}

const readHtml = `
import sys, json
from html.parser import HTMLParser
# pieces of one line of the screen stay one line
inline = {'a', 'b', 'strong', 'em', 'time'}
class Reader(HTMLParser):
    said, hidden = [''], 0
    def turn(self, tag, by):
        if tag in ('script', 'style'): self.hidden += by
        if tag not in inline or tag == 'a': self.said.append('')
    def handle_starttag(self, tag, attrs): self.turn(tag, 1)
    def handle_endtag(self, tag): self.turn(tag, -1)
    def handle_data(self, data):
        if not self.hidden: self.said[-1] += data
reader = Reader(convert_charrefs=True)
reader.feed(open(sys.argv[1], encoding='utf-8').read())
reader.close()
print(json.dumps([line for line in (' '.join(one.split()) for one in reader.said) if line]))
`;

export interface ReadOccurrence {
  readonly uid: string;
  /** RFC 3339 in UTC. */
  readonly start: string;
  readonly end: string | null;
  readonly zone: string | null;
  readonly summary: string;
  readonly location: string | null;
  readonly description: string | null;
  readonly status: string;
  readonly sequence: number;
}

/**
 * What python3-icalendar and dateutil make of a calendar: each occurrence, rules unrolled, exceptions and overrides applied. The zones
 * are taken from the file's own VTIMEZONE.
 */
export function occurrencesOf(ics: Uint8Array | string): ReadOccurrence[] {
  return withFile(ics, 'a.ics', (path) => JSON.parse(run(places.python3, ['-c', unroll, path])) as ReadOccurrence[]);
}

const unroll = `
import sys, json, datetime as dt
from icalendar import Calendar
from dateutil.rrule import rrulestr
cal = Calendar.from_ical(open(sys.argv[1], 'rb').read())
zones = {}
for z in cal.walk('VTIMEZONE'):
    zones[str(z['TZID'])] = z.to_tz()
def instant(prop):
    value = prop.dt
    if not isinstance(value, dt.datetime): raise SystemExit('a day without a clock')
    tzid = prop.params.get('TZID')
    if tzid is not None:
        own = zones[tzid]
        value = own.localize(value.replace(tzinfo=None)) if hasattr(own, 'localize') else value.replace(tzinfo=own)
    return value.astimezone(dt.timezone.utc)
def said(value): return value.strftime('%Y-%m-%dT%H:%M:%SZ')
masters, overrides, out = {}, {}, []
for e in cal.walk('VEVENT'):
    uid = str(e['UID'])
    if 'RECURRENCE-ID' in e: overrides.setdefault(uid, {})[instant(e['RECURRENCE-ID'])] = e
    else: masters.setdefault(uid, []).append(e)
def add(e, start, end):
    out.append({'uid': str(e['UID']), 'start': said(start), 'end': said(end) if end else None,
      'zone': e['DTSTART'].params.get('TZID'), 'summary': str(e['SUMMARY']),
      'location': str(e['LOCATION']) if 'LOCATION' in e else None,
      'description': str(e['DESCRIPTION']) if 'DESCRIPTION' in e else None,
      'status': str(e['STATUS']), 'sequence': int(e['SEQUENCE'])})
for uid, all in masters.items():
    if len(all) != 1: raise SystemExit('two events with one UID')
    e = all[0]
    start = instant(e['DTSTART']); end = instant(e['DTEND']) if 'DTEND' in e else None
    if 'RRULE' not in e:
        add(e, start, end); continue
    # unrolled in local time, as RFC 5545 says, then made an instant
    zone = zones[e['DTSTART'].params['TZID']]
    local = e['DTSTART'].dt.replace(tzinfo=None)
    rule = e['RRULE'].to_ical().decode()
    offset = start - local.replace(tzinfo=dt.timezone.utc)
    until = e['RRULE'].get('UNTIL')
    if until:
        shifted = (until[0].astimezone(dt.timezone.utc) - offset).strftime('%Y%m%dT%H%M%S')
        rule = ';'.join('UNTIL=' + shifted if p.startswith('UNTIL') else p for p in rule.split(';'))
    gone = set()
    ex = e.get('EXDATE')
    for one in (ex if isinstance(ex, list) else [ex] if ex else []):
        for d in one.dts:
            v = d.dt
            own = zones[one.params['TZID']] if one.params.get('TZID') else v.tzinfo
            v = own.localize(v.replace(tzinfo=None)) if hasattr(own, 'localize') else v.replace(tzinfo=own)
            gone.add(v.astimezone(dt.timezone.utc))
    for at in rrulestr(rule, dtstart=local):
        utc = (at.replace(tzinfo=dt.timezone.utc) + offset)
        if utc in gone: continue
        own = overrides.get(uid, {}).pop(utc, None)
        if own is not None: add(own, instant(own['DTSTART']), instant(own['DTEND']) if 'DTEND' in own else None)
        else: add(e, utc, utc + (end - start) if end else None)
left = [uid for uid, some in overrides.items() if some]
if left: raise SystemExit('overrides of no occurrence: %s' % left)
print(json.dumps(sorted(out, key=lambda o: (o['start'], o['uid']))))
`;

/** What khal lists of a calendar: `2025-11-20 08:00-10:00 title`, one line each, in its own time zone. */
export function khalList(ics: Uint8Array | string, zone: string, from: string, days: number): string[] {
  return withFile(ics, 'a.ics', (path, folder) => {
    const config = join(folder, 'config');
    writeFileSync(
      config,
      `[calendars]\n[[a]]\npath = ${folder}/cal\n[locale]\nlocal_timezone = ${zone}\ndefault_timezone = ${zone}\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${folder}/khal.db\n`,
    );
    run('/bin/mkdir', [join(folder, 'cal')]);
    run(places.khal, ['-c', config, 'import', '--batch', '-a', 'a', path]);
    const format = '{start-date} {start-time}-{end-time} {title}';
    return run(places.khal, ['-c', config, 'list', '--format', format, '--day-format', '', from, `${days}d`])
      .split('\n')
      .filter((line) => line.trim() !== '');
  });
}
