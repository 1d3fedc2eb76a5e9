// A customs file as an office writes it: Persian columns and digits, rials, a row of totals, and lines that cannot be taken.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const header = "شماره کوتاژ;ردیف;نوع اظهارنامه;تاریخ;شناسه ملی صادرکننده;کد تعرفه;کشور مقصد;ارزش (ریال);وزن خالص (کیلوگرم)";
const stranger = "10100000004";

/** @returns where it stands; it is small, and lies with what is temporary */
export async function customsFile(firm) {
  const line = (declaration, row, flow, day, exporter, code, country, rials, kilograms) =>
    [declaration, row, flow, day, exporter, code, country, rials, kilograms].join(";");
  const lines = [
    line(14030117, 1, "صادرات", "1403/02/05", firm, "08131000", "عراق", "20٬000٬000٬000", "10٬000"),
    line(14030117, 2, "صادرات", "1403/02/05", firm, "08135000", "عراق", "12٬400٬000٬000", "5٬200"),
    line(14030240, 1, "صادرات", "1403/06/19", firm, "08131000", "عمان", "31٬000٬000٬000", "14٬500"),
    line(14030302, 1, "واردات", "1403/08/07", firm, "84213990", "ترکیه", "6٬000٬000٬000", "900"),
    line(14030377, 1, "صادرات", "1403/10/30", stranger, "08131000", "عراق", "9٬000٬000٬000", "4٬000"),
    line(14040021, 1, "صادرات", "1404/03/11", firm, "08131000", "ناکجا", "8٬000٬000٬000", "3٬500"),
    line(14040055, 1, "صادرات", "1404/13/11", firm, "08131000", "عراق", "8٬000٬000٬000", "3٬500"),
    line(14040090, 1, "صادرات", "1404/05/02", firm, "08131000", "روسیه", "44٬000٬000٬000", "18٬000"),
  ];
  const text = [header, ...lines, "جمع کل;;;;;;;138٬400٬000٬000;59٬600", ""].join("\n");
  const persian = text.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)]);
  const path = join(await mkdtemp(join(tmpdir(), "guides-customs-")), "gomrok-markazi.csv");
  await writeFile(path, persian);
  return path;
}
