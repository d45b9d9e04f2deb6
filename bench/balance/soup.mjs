// Reads pixels that are ready, lets logo-soup measure and size them, and prints the heights.
import { readFileSync } from "node:fs";

const { measureContent, calculateNormalizedDimensions } = await import(process.argv[2]);
const BASE = 4800; // a hundred times its usual size: it rounds to whole pixels
const asked = JSON.parse(readFileSync(0, "utf8"));

const heights = asked.map(({ file, width, height, sides }) => {
  const pixels = new Uint8ClampedArray(readFileSync(file));
  const canvas = (across, down) => {
    if (across !== sides[0] || down !== sides[1]) throw new Error(`${across} × ${down} wanted of ${file}`);
    return { drawImage() {}, getImageData: () => ({ data: pixels }) };
  };
  const found = measureContent(canvas, null, width, height, { includeDensity: true });
  return calculateNormalizedDimensions(found, BASE, 0.5, 0.5).height * (height / found.contentBox.height);
});
console.log(JSON.stringify(heights));
