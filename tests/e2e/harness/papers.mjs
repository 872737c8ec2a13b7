// Documents as they lie on a desk: small, but real.
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";

/** Writes a PDF of one page with a line of text; answers with its path, size and SHA-256. */
export async function writePdf(path, line) {
  const text = `BT /F1 14 Tf 72 720 Td (${line.replace(/[()\\]/g, "\\$&")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const count = objects.length + 1;
  const start = body.length;
  body += `xref\n0 ${count}\n0000000000 65535 f \n${places.join("")}`;
  body += `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  const content = Buffer.from(body, "latin1");
  await writeFile(path, content);
  return { path, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}
