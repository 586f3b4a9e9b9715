/** What a person would recognise in the list of sessions, from the User-Agent: `Chrome · Windows`. Empty when it says
 * nothing one would recognise. */
export function deviceOf(userAgent: string): string {
  const browser = /Electron|Kulkul/.test(userAgent)
    ? 'Kulkul'
    : /Edg\//.test(userAgent)
      ? 'Edge'
      : /Firefox\//.test(userAgent)
        ? 'Firefox'
        : /Chrome\//.test(userAgent)
          ? 'Chrome'
          : /Safari\//.test(userAgent)
            ? 'Safari'
            : '';
  const system = /Android/.test(userAgent)
    ? 'Android'
    : /iPhone|iPad/.test(userAgent)
      ? 'iPhone'
      : /Windows/.test(userAgent)
        ? 'Windows'
        : /Mac OS/.test(userAgent)
          ? 'Mac'
          : /Linux/.test(userAgent)
            ? 'Linux'
            : '';
  return [browser, system].filter((part) => part !== '').join(' · ');
}
