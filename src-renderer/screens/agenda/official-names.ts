import type { Official } from '../../../src-main/contract/register.ts';

/** How the register's lists offer an official, and what of it a person may type. */
export function optionOf(official: Official): string {
  const position = official.shortPosition || official.position;
  return position === '' || position === official.name ? official.name : `${position} – ${official.name}`;
}

/** The official that a text names in full: by option, short position, position or name. */
export function officialNamed(officials: readonly Official[], text: string): Official | undefined {
  const wanted = text.trim().toLowerCase();
  return officials.find((official) =>
    [optionOf(official), official.shortPosition, official.position, official.name].some(
      (name) => name !== '' && name.toLowerCase() === wanted,
    ),
  );
}
