import { Temporal } from 'temporal-polyfill';
import type { Zone } from '../../contract/basics.ts';
import type { Newsroom } from '../newsroom.ts';
import type { ReadStores } from '../ports.ts';

/** Zone of the office; that of the west where there is no office yet. */
export async function officeZone(stores: Pick<ReadStores, 'office'>): Promise<Zone> {
  return (await stores.office.get())?.zone ?? 'Asia/Jakarta';
}

/** The day it is at the office: `2025-11-20`. */
export async function todayAt(ports: Pick<Newsroom, 'clock'>, stores: Pick<ReadStores, 'office'>): Promise<string> {
  return dayOf(ports.clock.now(), await officeZone(stores));
}

/** The day an instant falls on. */
export function dayOf(at: Temporal.Instant, zone: Zone): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The day that many days later. */
export function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
