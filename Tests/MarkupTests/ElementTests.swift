import Foundation
import Testing

import Markup

struct ElementTests {
    @Test func `an element writes its attributes, its content and its end`() {
        let row = div(.class("row"), .id("x")) { p { "Hallo" } }
        #expect(row.text == #"<div class="row" id="x"><p>Hallo</p></div>"#)
    }

    @Test func `functions of the C library with the same name stay out of the way`() {
        let written = group {
            div { time(.datetime("2026-11-24")) { "24 november" } }
            select(.name("a")) { option { "b" } }
            link(.rel("stylesheet"), .href("/assets/desk.css"))
        }
        let expected =
            #"<div><time datetime="2026-11-24">24 november</time></div><select name="a"><option>b</option></select>"#
            + #"<link rel="stylesheet" href="/assets/desk.css">"#
        #expect(written.text == expected)
    }

    @Test func `void elements have no end`() {
        #expect(
            group {
                br(); hr(); img(.src("/a.png"), .alt("")); input(.type(.text), .name("n"))
            }.text
                == #"<br><hr><img src="/a.png" alt=""><input type="text" name="n">"#)
    }

    @Test func `a text area keeps a first newline`() {
        #expect(textarea(.name("t")) { "\nb" }.text == "<textarea name=\"t\">\n\nb</textarea>")
        #expect(textarea(.name("t")) { "</textarea>" }.text == "<textarea name=\"t\">\n&lt;/textarea&gt;</textarea>")
    }

    @Test func `attributes that are absent, false or nil are not written`() {
        let written = input(
            .type(.checkbox), .checked(true), .required(false), .value(nil), .class(nil), .classes([nil, nil]), .absent,
            .when(false, .id("x")))
        #expect(written.text == #"<input type="checkbox" checked>"#)
    }

    @Test func `names of data and aria attributes get their prefix`() {
        let written = p(.aria("label", "a\"b"), .aria("expanded", is: false), .data("lookup", "/x?a=1&b=2"), .classes(["a", nil, "b"]))
        #expect(written.text == #"<p aria-label="a&quot;b" aria-expanded="false" data-lookup="/x?a=1&amp;b=2" class="a b"></p>"#)
    }

    @Test func `several attributes may stand in the place of one`() {
        #expect(p(.several([.id("a"), .absent, .lang("en")])).text == #"<p id="a" lang="en"></p>"#)
    }

    @Test func `a document begins with its doctype`() {
        #expect(document { html(.lang("nl")) }.text == "<!doctype html>\n<html lang=\"nl\"></html>")
    }

    @Test func `numbers in drawings have at most two decimals and a dot`() {
        #expect(svgNumber(1) == "1")
        #expect(svgNumber(-0.5) == "-0.5")
        #expect(svgNumber(12.345) == "12.35")
        #expect(svgNumber(3.04) == "3.04")
        #expect(svgNumber(.nan) == "0")
        #expect(svgNumber(.infinity) == "0")
        #expect(circle(.cx(1.5), .cy(2), .r(0.25)).text == #"<circle cx="1.5" cy="2" r="0.25"></circle>"#)
    }
}
