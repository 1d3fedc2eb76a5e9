// A company's notice of registration, as small as a PDF can be.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @returns where it stands, with what is temporary */
export async function registrationNotice() {
  const path = join(await mkdtemp(join(tmpdir(), "guides-notice-")), "agahi-sabt.pdf");
  await writeFile(path, "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  return path;
}
