package io.consumo.dashboard;

/** Measures in the browser whether words stand out enough from what is behind them. */
final class Contrast {

    /** Words of less than 4.5:1 (3:1 from 24 px on, or 18.66 px in bold), after WCAG 2.2, 1.4.3. */
    static final String POOR = """
            () => {
                const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
                const rgba = (color) => {
                    canvas.clearRect(0, 0, 1, 1);
                    canvas.fillStyle = color;
                    canvas.fillRect(0, 0, 1, 1);
                    return canvas.getImageData(0, 0, 1, 1).data;
                };
                const over = (top, bottom) =>
                    [0, 1, 2].map((i) => top[i] * top[3] / 255 + bottom[i] * (1 - top[3] / 255)).concat(255);
                const behind = (element) => {
                    const layers = [];
                    for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
                        const layer = rgba(getComputedStyle(at).backgroundColor);
                        layers.push(layer);
                        if (layer[3] === 255) {
                            break;
                        }
                    }
                    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 255]);
                };
                const luminance = (color) => [0, 1, 2]
                    .map((i) => color[i] / 255)
                    .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
                    .reduce((sum, part, i) => sum + part * [.2126, .7152, .0722][i], 0);
                const poor = [];
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const element = texts.currentNode.parentElement;
                    const style = getComputedStyle(element);
                    if (!texts.currentNode.data.trim() || !element.checkVisibility({visibilityProperty: true})
                            || element.closest('svg, style, script, noscript')) {
                        continue;
                    }
                    const ground = behind(element);
                    const [one, other] = [luminance(over(rgba(style.color), ground)), luminance(ground)];
                    const ratio = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
                    const size = parseFloat(style.fontSize);
                    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
                    if (ratio < (large ? 3 : 4.5)) {
                        poor.push(`${texts.currentNode.data.trim()} ${ratio.toFixed(2)} (${element.className})`);
                    }
                }
                return poor;
            }""";

    private Contrast() {}
}
