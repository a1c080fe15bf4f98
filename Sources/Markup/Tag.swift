/// The HTML elements Muniment's readers tell apart; every other element is `.other`.
///
/// Names as in the HTML Standard, section "Index of elements" (read 2026-11-23), with the obsolete
/// elements that still stand in old pages.
public enum Tag: UInt8, Sendable, CaseIterable {
    case other
    case a, abbr, acronym, address, applet, area, article, aside, audio
    case b, base, basefont, bdi, bdo, big, blockquote, body, br, button
    case canvas, caption, center, cite, code, col, colgroup
    case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
    case em, embed
    case fieldset, figcaption, figure, font, footer, form, frame, frameset
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
    case i, iframe, img, input, ins
    case kbd
    case label, legend, li, link
    case main, map, mark, marquee, math, menu, meta, meter
    case nav, nobr, noembed, noframes, noscript
    case object, ol, optgroup, option, output
    case p, param, picture, plaintext, pre, progress
    case q
    case rb, rp, rt, rtc, ruby
    case s, samp, script, search, section, select, slot, small, source, span, strike, strong, style
    case sub, summary, sup, svg
    case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
    case u, ul
    case `var`, video
    case wbr, xmp

    /// The element's name in lower case; "other" for `.other`.
    public var name: String { "\(self)" }
}
