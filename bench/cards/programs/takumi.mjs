// Draws the cards with takumi, as its README shows.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [modules, file, count, folder] = process.argv.slice(2);
const { Renderer } = createRequire(join(modules, "here.js"))("@takumi-rs/core");
const job = JSON.parse(readFileSync(file));
const renderer = new Renderer();
await renderer.registerFont({ name: "Noto Sans", data: readFileSync(job.bold) });
const drawing = (path) => ({ src: path, data: readFileSync(path) });
const mark = drawing(job.mark[0]);

function card([wide, high], [logo, aspect]) {
  const short = Math.min(wide, high), margin = short / 12, tall = short / 4.5;
  const room = (wide - 2 * margin) / 2 - margin;
  const image = (src, ratio) => {
    const height = Math.min(tall * 0.6, room / ratio);
    return { type: "image", src, style: { width: height * ratio, height } };
  };
  const text = (words, fontSize, fontWeight) =>
    ({ type: "text", text: words, style: { fontSize, fontWeight, color: "#fff", fontFamily: "Noto Sans" } });
  return {
    type: "container",
    style: {
      width: wide, height: high, padding: margin, display: "flex", flexDirection: "column",
      justifyContent: "space-between",
      backgroundImage: `linear-gradient(135deg, ${job.ground[0]}, ${job.ground[1]})`,
    },
    children: [
      text(job.headline, short / 11, 700),
      {
        type: "container",
        style: {
          height: tall, backgroundColor: "#fff", borderRadius: 16, display: "flex",
          alignItems: "center", justifyContent: "space-around",
        },
        children: [image(logo, aspect), image(job.mark[0], job.mark[1])],
      },
      text(job.footer, short / 32, 400),
    ],
  };
}

for (let number = 0; number < Number(count); number++) {
  const size = job.sizes[number % job.sizes.length];
  const logo = job.logos[Math.floor(number / job.sizes.length) % job.logos.length];
  const options = { width: size[0], height: size[1], format: "png", images: [drawing(logo[0]), mark] };
  const png = await renderer.render(card(size, logo), options);
  writeFileSync(join(folder, `${String(number).padStart(5, "0")}.png`), png);
}
