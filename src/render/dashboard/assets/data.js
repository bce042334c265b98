/** What the page carries for its script; undefined where the browser is too old to unpack it. */
export async function readData() {
  const data = JSON.parse(document.getElementById('data').textContent);
  const packed = document.getElementById('packed');
  if (!packed) return data;
  if (typeof DecompressionStream === 'undefined') return undefined;
  const bytes = Uint8Array.from(atob(packed.textContent), (char) => char.charCodeAt(0));
  packed.remove();
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return { ...data, ...(await new Response(unpacked).json()) };
}
