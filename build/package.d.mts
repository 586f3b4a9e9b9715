/** Packages the app into a folder (what was there is replaced) and answers the path of its executable. */
export function packageApp(output?: string): Promise<string>;
