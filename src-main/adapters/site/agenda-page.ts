import type { PublicAgenda, PublicItem, PublicTime } from '../../newsroom/agenda/outgoing/public-agenda.ts';
import type { SiteWords } from '../../words/id/site.ts';
import { dayText, instantOf, longDateText, timeRangeText, weekdayText } from '../../words/when.ts';
import { esc } from './markup.ts';
import { metaTags, page } from './page.ts';
import { address, agendaPath, type SiteView } from './site-model.ts';

/** *Agenda publik*: the open events of the days ahead. It speaks of days, not of when it was made: same agenda, same bytes. */
export function agendaPage(view: SiteView, words: SiteWords, agenda: PublicAgenda): string {
  const { settings } = view;
  const w = words.agenda;
  const about = w.about(dayText(agenda.from, 'id'), dayText(agenda.to, 'id'));
  const title = `${w.title} - ${settings.title}`;
  const days = agenda.days.map(
    ({ day, items }) =>
      `<section class="day" aria-labelledby="hari-${day}"><h2 id="hari-${day}">${esc(weekdayText(day, 'id'))}<span>${esc(longDateText(day, 'id'))}</span></h2>
<ul class="events">
${items.map((item) => eventItem(words, item, day)).join('\n')}
</ul></section>`,
  );
  return page(view, words, {
    path: agendaPath,
    title,
    description: about,
    head: metaTags([
      ['og:type', 'website'],
      ['og:site_name', settings.title],
      ['og:locale', 'id_ID'],
      ['og:title', title],
      ['og:description', about],
      ['og:url', address(settings, agendaPath)],
      ['twitter:card', 'summary'],
    ]),
    main: `<div class="front"><h1>${esc(w.title)}</h1><p class="about">${esc(about)}</p><p class="about">${esc(w.mayChange)}</p></div>
${days.length === 0 ? `<div class="none"><p>${esc(w.empty)}</p></div>` : days.join('\n')}`,
  });
}

function eventItem(words: SiteWords, item: PublicItem, day: string): string {
  const w = words.agenda;
  const leaders = item.leaders.map(({ name, delegate }) =>
    delegate === null ? name : w.delegated(name, delegate.trim() || w.nobody),
  );
  const rows: [string, string][] = [
    [w.labels.venue, item.venue],
    [w.labels.organizer, item.organizer],
    [w.labels.leaders, leaders.join(', ')],
  ];
  const facts = rows
    .filter(([, value]) => value.trim() !== '')
    .map(([label, value]) => `<dt>${esc(label)}</dt><dd>${esc(value.trim())}</dd>`)
    .join('');
  const marks = [standingMark(words, item), changeMark(words, item, day), item.limited ? esc(w.limited) : '']
    .filter((mark) => mark !== '')
    .map((mark) => `<p class="mark">${mark}</p>`)
    .join('');
  const off = item.standing === 'on' ? '' : ` off ${item.standing}`;
  return `<li class="event${off}"><p class="hour">${timeTag(item.time)}</p><div><h3>${esc(item.title.trim() || w.untitled)}</h3>${marks}${facts === '' ? '' : `<dl>${facts}</dl>`}</div></li>`;
}

/** `Batal`, `Ditunda, menjadi Jumat, 21 November 2025, 10.00 WITA`. */
function standingMark(words: SiteWords, { standing, toTime }: PublicItem): string {
  const w = words.agenda;
  if (standing === 'on') return '';
  const name = `<b>${esc(w.standing[standing])}</b>`;
  if (toTime !== null) return `${name}, ${esc(w.movedTo(momentText(toTime)))}`;
  return standing === 'postponed' ? `${name}, ${esc(w.toFollow)}` : name;
}

/** `Berubah: semula 08.00–10.00 WITA di Graha Sewaka Dharma`. */
function changeMark(words: SiteWords, { before }: PublicItem, day: string): string {
  const w = words.agenda;
  if (before === null) return '';
  const { time, venue } = before;
  const when = time === null ? '' : time.start.slice(0, 10) === day ? timeRangeText(time, 'id') : momentText(time);
  const what = [when, venue === '' ? '' : `di ${venue}`].filter((part) => part !== '').join(' ');
  return `<b>${esc(w.changed)}</b>, ${esc(w.before(what))}`;
}

function momentText(time: PublicTime): string {
  return `${dayText(time.start.slice(0, 10), 'id')}, ${timeRangeText(time, 'id')}`;
}

function timeTag(time: PublicTime): string {
  return `<time datetime="${instantOf(time.start, time.zone).replace('.000', '')}">${esc(timeRangeText(time, 'id'))}</time>`;
}
