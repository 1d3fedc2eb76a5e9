// Files that visitors send: the same bytes in every run.

/** A PDF of one page with one line of Latin letters. */
export function certificate(words) {
  const drawing = `BT /F1 16 Tf 72 740 Td (${words}) Tj ET`;
  const parts = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let pdf = "%PDF-1.4\n";
  const places = parts.map((part, i) => {
    const place = pdf.length;
    pdf += `${i + 1} 0 obj\n${part}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const end = `trailer\n<< /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return { name: "گواهی.pdf", bytes: Buffer.from(`${pdf}xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}${end}`) };
}

const Header = "شماره کوتاژ;ردیف;نوع اظهارنامه;تاریخ;شناسه ملی صادرکننده;کد تعرفه;کشور مقصد;ارزش (ریال);وزن خالص (کیلوگرم)";
/** The name under which it is saved how such files are read. */
export const Profile = "Customs of Markazi";

const Stranger = "10100000004";

/** A customs file as an office writes it: Persian columns and digits, rials, a row of totals, and lines that cannot be taken. */
export function customs(name, firm, first) {
  const lines = [
    [first, 1, "صادرات", "1403/02/05", firm, "08131000", "عراق", "20٬000٬000٬000", "10٬000"],
    [first, 2, "صادرات", "1403/02/05", firm, "08135000", "عراق", "12٬400٬000٬000", "5٬200"],
    [first + 1, 1, "صادرات", "1403/06/19", firm, "08131000", "عمان", "31٬000٬000٬000", "14٬500"],
    [first + 2, 1, "واردات", "1403/08/07", firm, "84213990", "ترکیه", "6٬000٬000٬000", "900"],
    [first + 3, 1, "صادرات", "1403/10/30", Stranger, "08131000", "عراق", "9٬000٬000٬000", "4٬000"],
    [first + 4, 1, "صادرات", "1404/03/11", firm, "08131000", "ناکجا", "8٬000٬000٬000", "3٬500"],
    [first + 5, 1, "صادرات", "1404/13/11", firm, "08131000", "عراق", "8٬000٬000٬000", "3٬500"],
    [first + 6, 1, "صادرات", "1404/05/02", firm, "08131000", "روسیه", "44٬000٬000٬000", "18٬000"],
  ];
  const text = [Header, ...lines.map((line) => line.join(";")), "جمع کل;;;;;;;138٬400٬000٬000;59٬600", ""].join("\n");
  return { name, bytes: Buffer.from(text.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)])) };
}
