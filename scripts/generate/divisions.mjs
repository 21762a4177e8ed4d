/** The administrative divisions of China down to counties as a table: a prefecture a row, its counties divided by `|`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { areaList } from '@vant/area-data';

export const DIVISIONS = 'server/data/residue/divisions.tsv';

/** What the public code table counts as a division; development zones have numbers of their own in the package. */
const DIVISION = /(?:[省市县旗盟州]|区)$/;
const ZONES = { from: 71, to: 80, others: 90 };
/** Below Taiwan, Hong Kong and Macao the names follow other tables. */
const ALONE = new Set(['71', '81', '82']);
/** Stand-ins for prefectures where counties belong to the province itself. */
const STAND_IN = /直辖|^县$|^市辖区$/;

export function divisionsSource() {
  const manifest = createRequire(import.meta.url).resolve('@vant/area-data/package.json');
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const { province_list: provinces, city_list: cities, county_list: counties } = areaList;
  const rows = Object.entries(provinces).flatMap(([code, province]) => {
    const own = code.slice(0, 2);
    if (ALONE.has(own)) return [[province, '', '']];
    return Object.entries(cities)
      .filter(([each]) => each.startsWith(own))
      .map(([each, city]) => [province, city === province || STAND_IN.test(city) ? '' : city, below(counties, each)]);
  });
  const lines = [['province', 'prefecture', 'counties', '来源'], ...rows.map((row) => [...row, `${name} ${version}`])];
  return `${lines.map((line) => line.join('\t')).join('\n')}\n`;
}

function below(counties, prefecture) {
  return Object.entries(counties)
    .filter(
      ([code, name]) =>
        code.startsWith(prefecture.slice(0, 4)) && DIVISION.test(name) && !STAND_IN.test(name) && !isZone(code),
    )
    .map(([, name]) => name)
    .join('|');
}

function isZone(code) {
  const number = Number(code.slice(4));
  return (number >= ZONES.from && number <= ZONES.to) || number >= ZONES.others;
}
