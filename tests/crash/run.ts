import { soak } from './soak.ts';

/** npm run crash [-- rounds [seed]]: many kills, every one looked after. Apart from npm test because it is long. */
const rounds = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? Date.now() % 100_000);
console.log(`seed ${seed}`);
const report = await soak(rounds, seed, (line) => console.log(line));
console.log(JSON.stringify(report));
process.exit(0);
