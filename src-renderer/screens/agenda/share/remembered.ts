/** What was chosen the last time on this device; `otherwise` where nothing is kept. */
export function remembered(key: string, otherwise: string): string {
  try {
    return localStorage.getItem(`kulkul.share.${key}`) ?? otherwise;
  } catch {
    // A browser that keeps nothing begins as on the first day.
    return otherwise;
  }
}

/** One of these, as it was chosen the last time; the first of them where nothing fits. */
export function rememberedOf<const T extends string>(key: string, choices: readonly [T, ...T[]]): T {
  const kept = remembered(key, choices[0]);
  return choices.find((choice) => choice === kept) ?? choices[0];
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`kulkul.share.${key}`, value);
  } catch {
    // Not remembered, that is all.
  }
}
