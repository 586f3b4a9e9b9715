/** Builds the named parts (server, desktop, page) that are out of date; none named means all. */
export function build(wanted?: string[], options?: { force?: boolean; quiet?: boolean }): Promise<string[]>;
