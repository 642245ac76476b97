"""The helpers of a script: small JavaScript functions that do what the words do in numpy, step by step.

A function of the year is called `f`, `x` or by what it gives; `t` is a year, 0 to 5 or
as far as a plan is carried on; the years end before `ends`. Each does the same sums
in the same order as the word's `numbers`, so that the last bit is the same.
"""

from __future__ import annotations

import re

_HALVES = "134217729"  # as in `model/book/powers.py`
HELPERS = {
    # A setting as it was given, and six numbers of it: Year 0 takes Year 1's, and years after Year 5 its own.
    "one": """key=>{const x=levers[key];if(x===undefined)throw new Error("No value for the setting "+key);return x}""",
    "six": """key=>{const x=one(key),row=Array.isArray(x)?[x[0],...x]:[x];while(row.length<ends)row.push(row[row.length-1]);return row}""",
    # Six numbers of a function of the year; `on` holds a one for each year that a line belongs to.
    "years": """(f,on)=>{const row=[];for(let t=0;t<ends;t++)row[t]=on?f(t)*on[t]:+f(t);return row}""",
    "within": """(row,on)=>row.map((x,t)=>x*on[t])""",
    "max": "Math.max",
    "min": "Math.min",
    "whole": "x=>Math.floor(x+(.5+1e-9))",
    "wholeDown": "x=>Math.floor(x+1e-9)",
    "wholeUp": "Math.ceil",
    "nearestHalf": "x=>Math.floor(x*2+(.5+1e-9))/2",
    "upToHalf": "x=>Math.ceil(x*2-1e-9)/2",
    "share": "(a,b)=>Math.abs(b)<1e-9?0:a/b",
    "before": "(x,t,k)=>t<k?0:x(t-k)",
    "runningTotal": """x=>{const row=[+x(0)];for(let t=1;t<ends;t++)row[t]=row[t-1]+x(t);return row}""",
    "lowestSoFar": """x=>{const row=[+x(0)];for(let t=1;t<ends;t++)row[t]=Math.min(row[t-1],x(t));return row}""",
    "grown": """rate=>{const row=[1,1];for(let t=2;t<ends;t++)row[t]=row[t-1]*(rate(t)+1);return row}""",
    "passedOn": """(kept,added)=>{const row=[1,1];for(let t=2;t<ends;t++)row[t]=row[t-1]*kept(t)+added(t);return row}""",
    "renewed": """(bought,life)=>{const row=[];for(let t=0;t<ends;t++)row[t]=t<life(0)?+bought(t):bought(t)+row[t-life(0)];return row}""",
    "highestWithin": """(x,life,t)=>{let most=0;for(let k=1;k<=t&&k<=life;k++)most=Math.max(most,x(t-k));return most}""",
    "boughtWhenDue": """(needed,others,life)=>{const row=[];let alive=0;
for(let t=0;t<ends;t++){const over=t<life(0)?0:row[t-life(0)];alive-=over;const missing=needed(t||1)-alive;
row[t]=Math.max(Math.min(missing,Math.max(over,missing-others(t))),0);alive+=row[t]}return row}""",
    "drawnWhenShort": """(money,rate,limit)=>{const row=[];let paid=0;
for(let t=0;t<ends;t++){row[t]=Math.min(Math.max(paid-money(t),0),limit(0));paid+=rate(0)*row[t]}return row}""",
    # Powers: a number and what is left over of it, so that the last bit is the same everywhere.
    "parted": f"""x=>{{const wide=x*{_HALVES},high=wide-(wide-x);return[high,x-high]}}""",
    "leftOver": """(a,b,product)=>{const[c,d]=parted(a),[e,f]=parted(b);return c*e-product+c*f+d*e+d*f}""",
    "times": """([a,c],[b,d])=>{const product=a*b,over=leftOver(a,b,product)+(a*d+c*b),high=product+over;return[high,over-(high-product)]}""",
    "oneOver": """([high,low])=>{const near=1/high,product=near*high;return near+near*(1-product-leftOver(near,high,product)-near*low)}""",
    "power": """(base,n)=>{let found,square=[base,0],left=Math.abs(n);if(!left)return 1;
for(;;){if(left%2)found=found?times(found,square):square;left=Math.floor(left/2);if(!left)return n>0?found[0]:oneOver(found);square=times(square,square)}}""",
}
_CALLED = re.compile(r"(?<![.\w])(" + "|".join(HELPERS) + r")(?=\()")


def helpers_in(text: str) -> list[str]:
    """The helpers that a text calls and those that these call, each after what it needs."""
    found: dict[str, None] = {}

    def need(text: str) -> None:
        for name in _CALLED.findall(text):
            if name not in found:
                need(HELPERS[name])
                found[name] = None

    need(text)
    return list(found)
