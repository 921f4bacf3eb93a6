import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Two clinics of two countries; the numbers are from ranges that are kept for drama. */
const clinics = {
  'facts-north': `name: Facts North
place: GB
phones:
  - { label: Reception, say: 020 7946 0011, dial: '+442079460011' }
  - { label: Nurse, say: 020 7946 0022, dial: '+442079460022' }
`,
  'facts-west': `name: Facts West
place: US
address: [12 Example Road]
phones:
  - { label: Front desk, say: 212-555-0142, dial: '+12125550142' }
url: https://facts-west.example.org/
paper: letter
`,
};

/** Ids of the clinics that the tests make. */
export const factsClinics = Object.keys(clinics);

/** The places that the tests print for. */
export const factsPlaces = ['GB', 'US'] as const;

/** Copies the library into `folder/content` and adds the two clinics; returns the path of `content`. */
export async function makeFactsLibrary(folder: string): Promise<string> {
  const content = path.join(folder, 'content');
  await cp(path.resolve(import.meta.dirname, '../../content'), content, { recursive: true });
  for (const [id, text] of Object.entries(clinics)) {
    await mkdir(path.join(content, 'clinics', id), { recursive: true });
    await writeFile(path.join(content, 'clinics', id, 'clinic.yml'), text);
  }
  return content;
}
